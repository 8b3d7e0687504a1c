package aurora.restore.plan;

import aurora.restore.input.Fields;
import aurora.restore.operation.Expectation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Reads what a check expects: exactly one of several keys. */
final class ExpectationReader {
  private static final int LONGEST_TEXT = 200;

  /** Ten years, in minutes. */
  private static final int OLDEST_MINUTES = 5_256_000;

  private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(1_000);

  private ExpectationReader() {}

  /** Null where none is given, several are, or the one is wrong. */
  static Expectation read(Fields check) {
    var given = CheckKey.expectations().stream().filter(check::has).toList();
    if (given.size() != 1) {
      check.find(
          "expectation",
          given.isEmpty() ? "is missing" : "is given as " + listed(given),
          "give exactly one of " + listed(CheckKey.expectations()));
      return null;
    }
    var key = given.getFirst();
    var kind = key.expectation().orElseThrow();
    var value = value(check, key, kind);
    return value == null ? null : new Expectation(kind, value);
  }

  private static JsonNode value(Fields check, CheckKey key, Expectation.Kind kind) {
    return switch (kind) {
      case EQUALS -> check.scalar(key, LONGEST_TEXT);
      case AT_LEAST, AT_MOST -> number(check.decimal(key));
      case NOT_EMPTY, EMPTY -> onlyTrue(check, key);
      case NEWER_THAN_MINUTES -> {
        var minutes = check.number(key, 1, OLDEST_MINUTES);
        yield minutes == null ? null : IntNode.valueOf(minutes);
      }
      case WITHIN_PERCENT_OF_LAST -> percent(check, key);
    };
  }

  private static JsonNode onlyTrue(Fields check, CheckKey key) {
    var flag = check.flag(key);
    if (Boolean.FALSE.equals(flag)) {
      check.find(key, "is false", "leave it out, or give another expectation");
      return null;
    }
    return flag == null ? null : BooleanNode.TRUE;
  }

  private static JsonNode percent(Fields check, CheckKey key) {
    var percent = check.decimal(key);
    if (percent != null && (percent.signum() <= 0 || percent.compareTo(MOST_PERCENT) > 0)) {
      check.find(key, "is " + percent.toPlainString(), "must be above 0 and at most 1000");
      return null;
    }
    return number(percent);
  }

  private static JsonNode number(BigDecimal value) {
    return value == null ? null : DecimalNode.valueOf(value);
  }

  private static String listed(List<CheckKey> keys) {
    return keys.stream().map(CheckKey::key).collect(Collectors.joining(", "));
  }
}
