package aurora.restore.simulation.dynamodb.expression;

import aurora.restore.simulation.dynamodb.value.Sorting;
import aurora.restore.simulation.dynamodb.value.Values;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What may hold of an item; an item that isn't there is one without attributes. */
public sealed interface Condition {
  boolean holds(Map<String, AttributeValue> item);

  /** Reads a condition or a filter. */
  static Condition read(ExpressionKind kind, String expression, ExpressionNames placeholders) {
    return new ConditionParser(new Tokens(kind, expression, placeholders)).read();
  }

  /** The attributes that are spoken of, in order and as often as they are. */
  Stream<Path> paths();

  /** How two operands compare. */
  enum Sign {
    EQUAL("=", order -> order == 0),
    NOT_EQUAL("<>", order -> order != 0),
    LESS("<", order -> order < 0),
    LESS_OR_EQUAL("<=", order -> order <= 0),
    GREATER(">", order -> order > 0),
    GREATER_OR_EQUAL(">=", order -> order >= 0);

    private final String text;
    private final IntPredicate accepts;

    Sign(String text, IntPredicate accepts) {
      this.text = text;
      this.accepts = accepts;
    }

    String text() {
      return text;
    }

    boolean sorts() {
      return this != EQUAL && this != NOT_EQUAL;
    }

    /** What differs in type is different, and neither less nor more. */
    private boolean holds(AttributeValue left, AttributeValue right) {
      return switch (this) {
        case EQUAL -> left.equals(right);
        case NOT_EQUAL -> !left.equals(right);
        case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
            left.type() == right.type()
                && Sorting.sorts(left)
                && accepts.test(Sorting.ORDER.compare(left, right));
      };
    }
  }

  /** Of an attribute that isn't there, only that it is different holds. */
  record Comparison(Sign sign, Operand left, Operand right) implements Condition {
    @Override
    public boolean holds(Map<String, AttributeValue> item) {
      var one = left.in(item);
      var other = right.in(item);
      return one.isPresent() && other.isPresent()
          ? sign.holds(one.get(), other.get())
          : sign == Sign.NOT_EQUAL;
    }

    @Override
    public Stream<Path> paths() {
      return Condition.paths(left, right);
    }
  }

  /** Both bounds are included. */
  record Between(Operand operand, Operand least, Operand most) implements Condition {
    @Override
    public boolean holds(Map<String, AttributeValue> item) {
      return new Comparison(Sign.GREATER_OR_EQUAL, operand, least).holds(item)
          && new Comparison(Sign.LESS_OR_EQUAL, operand, most).holds(item);
    }

    @Override
    public Stream<Path> paths() {
      return Condition.paths(operand, least, most);
    }
  }

  record In(Operand operand, List<Operand> list) implements Condition {
    @Override
    public boolean holds(Map<String, AttributeValue> item) {
      return list.stream().anyMatch(it -> new Comparison(Sign.EQUAL, operand, it).holds(item));
    }

    @Override
    public Stream<Path> paths() {
      return Stream.concat(Condition.paths(operand), Condition.paths(list.toArray(Operand[]::new)));
    }
  }

  record Exists(Path path) implements Condition {
    @Override
    public boolean holds(Map<String, AttributeValue> item) {
      return path.in(item).isPresent();
    }

    @Override
    public Stream<Path> paths() {
      return Stream.of(path);
    }
  }

  /**
   * @param type as it is called on the wire, e.g. {@code NULL}
   */
  record HasType(Path path, String type) implements Condition {
    @Override
    public boolean holds(Map<String, AttributeValue> item) {
      return path.in(item).filter(value -> Values.type(value).equals(type)).isPresent();
    }

    @Override
    public Stream<Path> paths() {
      return Stream.of(path);
    }
  }

  record BeginsWith(Operand operand, Operand prefix) implements Condition {
    @Override
    public boolean holds(Map<String, AttributeValue> item) {
      var whole = operand.in(item).map(AttributeValue::s);
      var begin = prefix.in(item).map(AttributeValue::s);
      return whole.isPresent() && begin.isPresent() && whole.get().startsWith(begin.get());
    }

    @Override
    public Stream<Path> paths() {
      return Condition.paths(operand, prefix);
    }
  }

  /** A text has a part, or a list an element. */
  record Contains(Operand operand, Operand part) implements Condition {
    @Override
    public boolean holds(Map<String, AttributeValue> item) {
      var whole = operand.in(item);
      var sought = part.in(item);
      return whole.isPresent() && sought.isPresent() && has(whole.get(), sought.get());
    }

    private static boolean has(AttributeValue whole, AttributeValue sought) {
      return whole.hasL()
          ? whole.l().contains(sought)
          : whole.s() != null && sought.s() != null && whole.s().contains(sought.s());
    }

    @Override
    public Stream<Path> paths() {
      return Condition.paths(operand, part);
    }
  }

  record And(Condition left, Condition right) implements Condition {
    @Override
    public boolean holds(Map<String, AttributeValue> item) {
      return left.holds(item) && right.holds(item);
    }

    @Override
    public Stream<Path> paths() {
      return Stream.concat(left.paths(), right.paths());
    }
  }

  record Or(Condition left, Condition right) implements Condition {
    @Override
    public boolean holds(Map<String, AttributeValue> item) {
      return left.holds(item) || right.holds(item);
    }

    @Override
    public Stream<Path> paths() {
      return Stream.concat(left.paths(), right.paths());
    }
  }

  record Not(Condition condition) implements Condition {
    @Override
    public boolean holds(Map<String, AttributeValue> item) {
      return !condition.holds(item);
    }

    @Override
    public Stream<Path> paths() {
      return condition.paths();
    }
  }

  private static Stream<Path> paths(Operand... operands) {
    return Stream.of(operands)
        .flatMap(
            operand ->
                switch (operand) {
                  case Operand.At(var path) -> Stream.of(path);
                  case Operand.Size(var path) -> Stream.of(path);
                  case Operand.Literal _ -> Stream.empty();
                });
  }
}
