package aurora.restore.infra.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * One condition of a statement (IAM User Guide, "IAM JSON policy elements: Condition operators").
 *
 * @param values any of which will do
 */
record Condition(Operator operator, String key, List<String> values) {
  /** Those that the template uses; another one is an error until it is written down here. */
  enum Operator {
    ArnEquals,
    ArnLike,
    Bool,
    Null,
    StringEquals,
    StringLike,
    StringNotEquals
  }

  /**
   * @throws IllegalArgumentException naming an operator that isn't known
   */
  static List<Condition> of(JsonNode block) {
    var conditions = new ArrayList<Condition>();
    block
        .properties()
        .forEach(
            named ->
                named
                    .getValue()
                    .properties()
                    .forEach(
                        key ->
                            conditions.add(
                                new Condition(
                                    operator(named.getKey()),
                                    key.getKey(),
                                    texts(key.getValue())))));
    return List.copyOf(conditions);
  }

  private static Operator operator(String name) {
    for (var known : Operator.values()) {
      if (known.name().equals(name)) {
        return known;
      }
    }
    throw new IllegalArgumentException("no condition operator is known as " + name);
  }

  private static List<String> texts(JsonNode values) {
    return values.isArray()
        ? StreamSupport.stream(values.spliterator(), false).map(JsonNode::asText).toList()
        : List.of(values.asText());
  }

  /** A key that the call doesn't bring along fulfils nothing but {@code Null} and a negation. */
  boolean isMet(Map<String, String> context) {
    var value = context.get(key);
    return switch (operator) {
      case Null -> any(wanted -> Boolean.parseBoolean(wanted) == (value == null));
      case Bool -> value != null && any(wanted -> wanted.equalsIgnoreCase(value));
      case StringEquals -> value != null && any(wanted -> wanted.equals(value));
      case StringNotEquals -> value == null || values.stream().noneMatch(value::equals);
      // The two are the same: both take patterns.
      case ArnEquals, ArnLike, StringLike ->
          value != null && any(wanted -> new Pattern(wanted).matches(value));
    };
  }

  private boolean any(Predicate<String> test) {
    return values.stream().anyMatch(test);
  }
}
