package aurora.restore.simulation.dynamodb.expression;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Where a value stands in an item, e.g. {@code progress.percent} or {@code resources[0]}. */
public record Path(List<Step> steps) {
  /** One step down. */
  public sealed interface Step {
    /** To a member of a map, or an attribute of the item. */
    record Name(String name) implements Step {
      @Override
      public String toString() {
        return name;
      }
    }

    /** To an element of a list. */
    record Index(int index) implements Step {
      @Override
      public String toString() {
        return "[" + index + "]";
      }
    }
  }

  /** The attribute of the item that the path begins at. */
  public String attribute() {
    return steps.getFirst().toString();
  }

  public boolean isAttribute() {
    return steps.size() == 1;
  }

  /** The value there; empty where there is none. */
  Optional<AttributeValue> in(Map<String, AttributeValue> item) {
    var value = Optional.of(AttributeValue.fromM(item));
    for (var step : steps) {
      value = value.flatMap(it -> below(it, step));
    }
    return value;
  }

  private static Optional<AttributeValue> below(AttributeValue value, Step step) {
    return switch (step) {
      case Step.Name(var name) -> value.hasM() ? Optional.ofNullable(value.m().get(name)) : none();
      case Step.Index(var index) ->
          value.hasL() && index < value.l().size() ? Optional.of(value.l().get(index)) : none();
    };
  }

  private static Optional<AttributeValue> none() {
    return Optional.empty();
  }

  /** Whether one of the two is, or lies below, the other. */
  boolean overlaps(Path other) {
    var shared = Math.min(steps.size(), other.steps.size());
    return steps.subList(0, shared).equals(other.steps.subList(0, shared));
  }

  /** As DynamoDB writes it in its refusals, e.g. {@code [resources, [0]]}. */
  @Override
  public String toString() {
    return steps.toString();
  }
}
