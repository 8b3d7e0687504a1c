package aurora.restore.data;

import aurora.restore.operation.CheckResult;
import aurora.restore.operation.CheckResult.Outcome;
import aurora.restore.operation.DataCheck;
import aurora.restore.operation.Excerpt;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import software.amazon.awssdk.services.rdsdata.model.Field;

/**
 * Holds what was found against what was expected.
 *
 * @param startedAt when the execution was started: ages are counted until then, as the snapshot's
 *     is, so that a check comes out the same however long the restore takes
 */
record Judge(Instant startedAt) {
  private static final int MOST_OF_A_NOTE = 200;
  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

  /**
   * @param found null where the statement failed
   * @param note null where there is nothing to say
   * @param ageSeconds of a time alone, else null
   */
  private record Verdict(Outcome outcome, String found, String note, Long ageSeconds) {
    static Verdict of(boolean passed, String found) {
      return new Verdict(passed ? Outcome.PASSED : Outcome.FAILED, found, null, null);
    }

    static Verdict failed(String found, String note) {
      return new Verdict(Outcome.FAILED, found, note, null);
    }
  }

  CheckResult judge(DataCheck check, Answer answer, long milliseconds) {
    var verdict =
        switch (answer) {
          case Answer.Rows(var rows) -> rows(check, rows);
          case Answer.Refused(var why) -> Verdict.failed(null, why);
        };
    return new CheckResult(
        check.name(),
        verdict.outcome,
        check.expectation().words(),
        verdict.found,
        verdict.note == null ? null : Excerpt.of(verdict.note, MOST_OF_A_NOTE),
        verdict.ageSeconds,
        milliseconds);
  }

  private Verdict rows(DataCheck check, List<List<Field>> rows) {
    var expectation = check.expectation();
    return switch (expectation.kind()) {
      case NOT_EMPTY -> Verdict.of(!rows.isEmpty(), counted(rows));
      case EMPTY -> Verdict.of(rows.isEmpty(), counted(rows));
      case EQUALS, AT_LEAST, AT_MOST, NEWER_THAN_MINUTES, WITHIN_PERCENT_OF_LAST -> {
        if (rows.size() != 1 || rows.getFirst().size() != 1) {
          var columns = rows.isEmpty() ? "" : " of " + rows.getFirst().size() + " columns";
          yield Verdict.failed(counted(rows) + columns, "one value was expected");
        }
        var found = new FoundValue(rows.getFirst().getFirst());
        yield found.isNull()
            ? Verdict.failed(found.shown(), "there is no value")
            : value(check, expectation.value(), found);
      }
    };
  }

  private Verdict value(DataCheck check, JsonNode expected, FoundValue found) {
    return switch (check.expectation().kind()) {
      case EQUALS -> Verdict.of(isEqual(expected, found), found.shown());
      case AT_LEAST -> compared(found, number -> number.compareTo(expected.decimalValue()) >= 0);
      case AT_MOST -> compared(found, number -> number.compareTo(expected.decimalValue()) <= 0);
      case NEWER_THAN_MINUTES -> newer(expected.longValue(), found);
      case WITHIN_PERCENT_OF_LAST -> near(check, expected.decimalValue(), found);
      case NOT_EMPTY, EMPTY -> throw new IllegalArgumentException("is judged by its rows");
    };
  }

  /** Numbers by their value, however many zeros they end in; all else as it is written. */
  private static boolean isEqual(JsonNode expected, FoundValue found) {
    return expected.isNumber()
        ? found.number().filter(it -> it.compareTo(expected.decimalValue()) == 0).isPresent()
        : expected.asText().equals(found.text());
  }

  private static Verdict compared(FoundValue found, Predicate<BigDecimal> holds) {
    return found
        .number()
        .map(number -> Verdict.of(holds.test(number), found.shown()))
        .orElseGet(() -> Verdict.failed(found.shown(), "a number was expected"));
  }

  private Verdict newer(long minutes, FoundValue found) {
    var time = found.time();
    if (time.isEmpty()) {
      return Verdict.failed(found.shown(), "a time was expected");
    }
    var age = Duration.between(time.get(), startedAt);
    var note = age.isNegative() ? "after the start" : age.toMinutes() + " min before the start";
    var isNewer = age.compareTo(Duration.ofMinutes(minutes)) <= 0;
    return new Verdict(
        isNewer ? Outcome.PASSED : Outcome.FAILED, found.shown(), note, age.toSeconds());
  }

  private static Verdict near(DataCheck check, BigDecimal percent, FoundValue found) {
    var number = found.number();
    if (number.isEmpty()) {
      return Verdict.failed(found.shown(), "a number was expected");
    }
    var last = check.last();
    if (last == null) {
      return new Verdict(
          Outcome.WARNED, found.shown(), "nothing to compare with: found no last one", null);
    }
    var off = number.get().subtract(last.found()).abs().multiply(PERCENT);
    var isNear = off.compareTo(percent.multiply(last.found().abs())) <= 0;
    return new Verdict(
        isNear ? Outcome.PASSED : Outcome.WARNED,
        found.shown(),
        "operation " + last.operationId() + " found " + last.found().toPlainString(),
        null);
  }

  private static String counted(List<List<Field>> rows) {
    return rows.size() == 1 ? "1 row" : rows.size() + " rows";
  }
}
