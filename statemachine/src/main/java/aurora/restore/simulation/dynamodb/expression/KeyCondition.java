package aurora.restore.simulation.dynamodb.expression;

import aurora.restore.simulation.dynamodb.expression.Condition.Sign;
import aurora.restore.simulation.dynamodb.value.Invalid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What a query asks of a key: one partition, and where it likes a range of it.
 *
 * @param partition the value that the partition key is to have
 * @param range of the sort key; empty for the whole partition
 */
public record KeyCondition(AttributeValue partition, Optional<Condition> range) {
  /**
   * @param partitionKey the attribute's name
   * @param sortKey empty where the key has none
   */
  public static KeyCondition read(
      String expression,
      ExpressionNames placeholders,
      String partitionKey,
      Optional<String> sortKey) {
    var parts = new ArrayList<Condition>();
    split(Condition.read(ExpressionKind.KEY_CONDITION, expression, placeholders), parts);
    var partition = take(parts, partitionKey);
    if (!(partition instanceof Condition.Comparison(Sign sign, _, Operand.Literal(var value)))
        || sign != Sign.EQUAL) {
      throw notSupported();
    }
    if (parts.isEmpty()) {
      return new KeyCondition(value, Optional.empty());
    }
    var range = take(parts, sortKey.orElseThrow(KeyCondition::notSupported));
    if (!parts.isEmpty()) {
      throw Invalid.request("Conditions can be of length 1 or 2 only");
    }
    return new KeyCondition(value, Optional.of(range));
  }

  /** Whether an item of the partition is asked for. */
  public boolean includes(Map<String, AttributeValue> item) {
    return range.map(it -> it.holds(item)).orElse(true);
  }

  /** The values that the range is compared with. */
  public Stream<AttributeValue> bounds() {
    return range.stream()
        .flatMap(
            it ->
                switch (it) {
                  case Condition.Comparison(_, _, var bound) -> Stream.of(bound);
                  case Condition.Between(_, var least, var most) -> Stream.of(least, most);
                  case Condition.BeginsWith(_, var prefix) -> Stream.of(prefix);
                  case Condition.And _, Condition.Contains _, Condition.Exists _ -> none();
                  case Condition.HasType _, Condition.In _, Condition.Not _ -> none();
                  case Condition.Or _ -> none();
                })
        .flatMap(operand -> operand.in(Map.of()).stream());
  }

  private static Stream<Operand> none() {
    throw new IllegalStateException("no condition of a key");
  }

  private static void split(Condition condition, List<Condition> parts) {
    switch (condition) {
      case Condition.And(var left, var right) -> {
        split(left, parts);
        split(right, parts);
      }
      case Condition.Comparison(Sign sign, Operand.At _, Operand.Literal _)
          when sign != Sign.NOT_EQUAL ->
          parts.add(condition);
      case Condition.Between(Operand.At _, Operand.Literal _, Operand.Literal _) ->
          parts.add(condition);
      case Condition.BeginsWith(Operand.At _, Operand.Literal _) -> parts.add(condition);
      case Condition.Comparison(Sign sign, _, _) -> throw invalid(sign.text());
      case Condition.Between _ -> throw invalid("BETWEEN");
      case Condition.BeginsWith _ -> throw invalid("begins_with");
      case Condition.Contains _ -> throw invalid("contains");
      case Condition.Exists _ -> throw invalid("attribute_exists");
      case Condition.HasType _ -> throw invalid("attribute_type");
      case Condition.In _ -> throw invalid("IN");
      case Condition.Or _ -> throw invalid("OR");
      case Condition.Not(Condition.Exists _) -> throw invalid("attribute_not_exists");
      case Condition.Not _ -> throw invalid("NOT");
    }
  }

  /** Takes the one condition that speaks of a key attribute. */
  private static Condition take(List<Condition> parts, String attribute) {
    var found =
        parts.stream()
            .filter(
                it -> it.paths().allMatch(path -> path.toString().equals("[" + attribute + "]")))
            .toList();
    if (found.isEmpty()) {
      throw Invalid.request("Query condition missed key schema element: %s", attribute);
    }
    if (found.size() > 1) {
      throw ExpressionKind.KEY_CONDITION.invalid(
          "KeyConditionExpressions must only contain one condition per key");
    }
    parts.remove(found.getFirst());
    return found.getFirst();
  }

  private static RuntimeException invalid(String operator) {
    return Invalid.request("Invalid operator used in KeyConditionExpression: %s", operator);
  }

  private static RuntimeException notSupported() {
    return Invalid.request("Query key condition not supported");
  }
}
