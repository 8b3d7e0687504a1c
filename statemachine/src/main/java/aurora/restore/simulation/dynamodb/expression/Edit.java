package aurora.restore.simulation.dynamodb.expression;

import aurora.restore.simulation.dynamodb.value.Invalid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Copies of items in which one value is another. */
final class Edit {
  private Edit() {}

  /** With a value where there was another or none; beyond a list's end, at its end. */
  static Map<String, AttributeValue> with(
      Map<String, AttributeValue> item, Path path, AttributeValue value) {
    return edited(AttributeValue.fromM(item), path.steps(), Optional.of(value)).m();
  }

  /** Without a value; as it was, where there is none. */
  static Map<String, AttributeValue> without(Map<String, AttributeValue> item, Path path) {
    return edited(AttributeValue.fromM(item), path.steps(), Optional.empty()).m();
  }

  private static AttributeValue edited(
      AttributeValue container, List<Path.Step> steps, Optional<AttributeValue> value) {
    var rest = steps.subList(1, steps.size());
    return switch (steps.getFirst()) {
      case Path.Step.Name(var name) when container.hasM() -> {
        var members = new LinkedHashMap<>(container.m());
        var changed = rest.isEmpty() ? value : below(members.get(name), rest, value);
        changed.ifPresentOrElse(it -> members.put(name, it), () -> members.remove(name));
        yield AttributeValue.fromM(members);
      }
      case Path.Step.Index(var index) when container.hasL() -> {
        var elements = new ArrayList<>(container.l());
        var old = index < elements.size() ? elements.get(index) : null;
        put(elements, index, rest.isEmpty() ? value : below(old, rest, value));
        yield AttributeValue.fromL(elements);
      }
      case Path.Step.Name _, Path.Step.Index _ -> throw noSuchPlace();
    };
  }

  private static Optional<AttributeValue> below(
      AttributeValue old, List<Path.Step> steps, Optional<AttributeValue> value) {
    if (old == null) {
      throw noSuchPlace();
    }
    return Optional.of(edited(old, steps, value));
  }

  private static void put(List<AttributeValue> list, int index, Optional<AttributeValue> value) {
    if (index < list.size()) {
      value.ifPresentOrElse(it -> list.set(index, it), () -> list.remove(index));
    } else {
      value.ifPresent(list::add);
    }
  }

  private static RuntimeException noSuchPlace() {
    return Invalid.request(
        "The document path provided in the update expression is invalid for update");
  }
}
