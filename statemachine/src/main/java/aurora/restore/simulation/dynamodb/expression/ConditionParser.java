package aurora.restore.simulation.dynamodb.expression;

import aurora.restore.simulation.dynamodb.expression.Condition.Sign;
import aurora.restore.simulation.dynamodb.value.Sorting;
import aurora.restore.simulation.dynamodb.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads conditions (DynamoDB Developer Guide, "Condition and filter expressions, operators, and
 * functions"): {@code NOT} binds closer than {@code AND}, and that closer than {@code OR}.
 */
final class ConditionParser {
  private static final int MOST_IN = 100;
  private static final List<String> TYPES =
      List.of("B", "NULL", "SS", "BOOL", "L", "BS", "N", "NS", "S", "M");

  private final Tokens tokens;
  private final ExpressionKind kind;

  ConditionParser(Tokens tokens) {
    this.tokens = tokens;
    this.kind = tokens.kind();
  }

  Condition read() {
    var condition = or();
    tokens.expectEnd();
    return condition;
  }

  private Condition or() {
    var left = and();
    while (tokens.takeIf("OR")) {
      left = new Condition.Or(left, and());
    }
    return left;
  }

  private Condition and() {
    var left = not();
    while (tokens.takeIf("AND")) {
      left = new Condition.And(left, not());
    }
    return left;
  }

  private Condition not() {
    return tokens.takeIf("NOT") ? new Condition.Not(not()) : single();
  }

  private Condition single() {
    if (tokens.takeIf("(")) {
      var condition = or();
      tokens.expect(")");
      return condition;
    }
    if (tokens.isCall() && !tokens.peek().is("size")) {
      return function();
    }
    var left = operand();
    if (tokens.takeIf("BETWEEN")) {
      return between(left);
    }
    return tokens.takeIf("IN") ? in(left) : comparison(left);
  }

  private Condition comparison(Operand left) {
    var sign =
        Stream.of(Sign.values())
            .filter(it -> tokens.peek().is(it.text()))
            .findFirst()
            .orElseThrow(tokens::unexpected);
    tokens.take();
    var right = operand();
    requireDistinct(sign.text(), left, right);
    if (sign.sorts()) {
      requireType(sign.text(), Sorting::sorts, left, right);
    }
    return new Condition.Comparison(sign, left, right);
  }

  private Condition between(Operand operand) {
    var least = operand();
    tokens.expect("AND");
    var most = operand();
    requireType("BETWEEN", Sorting::sorts, operand, least, most);
    if (least instanceof Operand.Literal(var low) && most instanceof Operand.Literal(var high)) {
      requireOrder(low, high);
    }
    return new Condition.Between(operand, least, most);
  }

  private void requireOrder(AttributeValue low, AttributeValue high) {
    if (low.type() != high.type()) {
      throw kind.invalid(
          "The BETWEEN operator requires same data type for lower and upper bounds; lower bound"
              + " operand: AttributeValue: %s, upper bound operand: AttributeValue: %s",
          written(low), written(high));
    }
    if (Sorting.ORDER.compare(low, high) > 0) {
      throw kind.invalid(
          "The BETWEEN operator requires upper bound to be greater than or equal to lower bound;"
              + " lower bound operand: AttributeValue: %s, upper bound operand: AttributeValue: %s",
          written(low), written(high));
    }
  }

  private static String written(AttributeValue value) {
    return "{" + Values.type(value) + ":" + (value.s() == null ? value.n() : value.s()) + "}";
  }

  private Condition in(Operand operand) {
    tokens.expect("(");
    var list = operands();
    if (list.size() > MOST_IN) {
      throw wrongNumber("IN", list.size() + 1);
    }
    return new Condition.In(operand, list);
  }

  /** With the parenthesis that closes them; the one that opens them has been taken. */
  private List<Operand> operands() {
    var operands = new ArrayList<Operand>();
    do {
      operands.add(operand());
    } while (tokens.takeIf(","));
    tokens.expect(")");
    return operands;
  }

  private Condition function() {
    var name = tokens.take().text();
    tokens.expect("(");
    return switch (name) {
      case "attribute_exists" -> new Condition.Exists(path(name, arguments(name, 1).get(0)));
      case "attribute_not_exists" ->
          new Condition.Not(new Condition.Exists(path(name, arguments(name, 1).get(0))));
      case "attribute_type" -> {
        var arguments = arguments(name, 2);
        yield new Condition.HasType(path(name, arguments.get(0)), type(arguments.get(1)));
      }
      case "begins_with" -> {
        var arguments = arguments(name, 2);
        requireDistinct(name, arguments.get(0), arguments.get(1));
        requireType(name, it -> it.s() != null, arguments.get(0), arguments.get(1));
        yield new Condition.BeginsWith(arguments.get(0), arguments.get(1));
      }
      case "contains" -> {
        var arguments = arguments(name, 2);
        requireDistinct(name, arguments.get(0), arguments.get(1));
        yield new Condition.Contains(arguments.get(0), arguments.get(1));
      }
      case String other -> throw kind.invalid("Invalid function name; function: %s", other);
    };
  }

  private List<Operand> arguments(String function, int number) {
    var arguments = operands();
    if (arguments.size() != number) {
      throw wrongNumber(function, arguments.size());
    }
    return arguments;
  }

  private Path path(String function, Operand argument) {
    if (argument instanceof Operand.At(var path)) {
      return path;
    }
    throw kind.invalid(
        "Operator or function requires a document path; operator or function: %s", function);
  }

  private String type(Operand argument) {
    requireType("attribute_type", it -> it.s() != null, argument);
    if (argument instanceof Operand.Literal(var value) && TYPES.contains(value.s())) {
      return value.s();
    }
    throw kind.invalid(
        "Invalid attribute type name found; type: %s, valid types: {%s}",
        argument instanceof Operand.Literal(var value) ? value.s() : "", String.join(",", TYPES));
  }

  private Operand operand() {
    if (tokens.isValue()) {
      return tokens.value();
    }
    if (!tokens.isCall()) {
      return new Operand.At(tokens.path());
    }
    var function = tokens.take().text();
    tokens.expect("(");
    if (!function.equals("size")) {
      throw kind.invalid(
          "The function is not allowed to be used this way in an expression; function: %s",
          function);
    }
    return new Operand.Size(path(function, arguments(function, 1).get(0)));
  }

  private RuntimeException wrongNumber(String operator, int number) {
    return kind.invalid(
        "Incorrect number of operands for operator or function; operator or function: %s, number"
            + " of operands: %d",
        operator, number);
  }

  private void requireDistinct(String operator, Operand first, Operand second) {
    if (first instanceof Operand.At(var path) && first.equals(second)) {
      throw kind.invalid(
          "The first operand must be distinct from the remaining operands for this operator or"
              + " function; operator: %s, first operand: %s",
          operator, path);
    }
  }

  private void requireType(String operator, Predicate<AttributeValue> fits, Operand... operands) {
    for (var operand : operands) {
      if (operand instanceof Operand.Literal(var value) && !fits.test(value)) {
        throw kind.wrongOperand(operator, Values.type(value));
      }
    }
  }
}
