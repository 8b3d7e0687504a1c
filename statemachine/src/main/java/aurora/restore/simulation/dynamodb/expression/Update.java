package aurora.restore.simulation.dynamodb.expression;

import aurora.restore.simulation.dynamodb.value.Invalid;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What an update assigns and removes (DynamoDB Developer Guide, "Using update expressions"). All
 * that is assigned is worked out from the item as it was before.
 */
public record Update(List<Assignment> assigned, List<Path> removed) {
  record Assignment(Path path, Term term) {}

  /** What is assigned. */
  sealed interface Term {
    AttributeValue in(Map<String, AttributeValue> item);

    record Of(Operand operand) implements Term {
      @Override
      public AttributeValue in(Map<String, AttributeValue> item) {
        return operand
            .in(item)
            .orElseThrow(
                () ->
                    Invalid.request(
                        "The provided expression refers to an attribute that does not exist in the"
                            + " item"));
      }
    }

    /** What stands there, or else something. */
    record IfNotExists(Path path, Term otherwise) implements Term {
      @Override
      public AttributeValue in(Map<String, AttributeValue> item) {
        return path.in(item).orElseGet(() -> otherwise.in(item));
      }
    }

    /** One list after the other. */
    record Appended(Term first, Term second) implements Term {
      @Override
      public AttributeValue in(Map<String, AttributeValue> item) {
        var one = first.in(item);
        var other = second.in(item);
        if (!one.hasL() || !other.hasL()) {
          throw wrongType();
        }
        return AttributeValue.fromL(Stream.concat(one.l().stream(), other.l().stream()).toList());
      }
    }

    record Sum(Term left, Term right, boolean isDifference) implements Term {
      @Override
      public AttributeValue in(Map<String, AttributeValue> item) {
        var one = number(left.in(item));
        var other = number(right.in(item));
        return AttributeValue.fromN(
            (isDifference ? one.subtract(other) : one.add(other)).toPlainString());
      }

      private static BigDecimal number(AttributeValue value) {
        if (value.n() == null) {
          throw wrongType();
        }
        return new BigDecimal(value.n());
      }
    }

    private static RuntimeException wrongType() {
      return Invalid.request("An operand in the update expression has an incorrect data type");
    }
  }

  public static Update read(String expression, ExpressionNames placeholders) {
    return new UpdateParser(new Tokens(ExpressionKind.UPDATE, expression, placeholders)).read();
  }

  /** Everything that is changed. */
  public Stream<Path> paths() {
    return Stream.concat(assigned.stream().map(Assignment::path), removed.stream());
  }

  /** The item after the update; what was there before stays as it is. */
  public Map<String, AttributeValue> of(Map<String, AttributeValue> before) {
    var values = assigned.stream().map(it -> it.term().in(before)).toList();
    Map<String, AttributeValue> item = new LinkedHashMap<>(before);
    for (var i = 0; i < values.size(); i++) {
      item = Edit.with(item, assigned.get(i).path(), values.get(i));
    }
    for (var path : lastFirst(removed)) {
      item = Edit.without(item, path);
    }
    return item;
  }

  /** Of several elements of one list the last goes first: they are counted as they stood before. */
  private static List<Path> lastFirst(List<Path> paths) {
    var sorted = new ArrayList<>(paths);
    sorted.sort(
        Comparator.comparingInt(
                (Path path) ->
                    path.steps().getLast() instanceof Path.Step.Index(var index) ? index : -1)
            .reversed());
    return sorted;
  }
}
