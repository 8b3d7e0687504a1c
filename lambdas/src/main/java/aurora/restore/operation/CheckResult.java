package aurora.restore.operation;

import java.util.stream.Stream;

/**
 * What came of a check.
 *
 * @param expected in words, e.g. {@code at least 1000}
 * @param found the value found, or how many rows; cut where it is long; null where the statement
 *     failed
 * @param note why it hasn't passed, or what else is to be known; null where there is nothing to say
 * @param ageSeconds of a time found: how long before the execution's start it was; else null
 * @param milliseconds how long it took to ask, with the calls around the statement
 */
public record CheckResult(
    String name,
    Outcome outcome,
    String expected,
    String found,
    String note,
    Long ageSeconds,
    long milliseconds) {
  /** How a check can come out. */
  public enum Outcome {
    PASSED,
    /** There was nothing to compare with, or it isn't as near to it as asked: no failure. */
    WARNED,
    FAILED
  }

  /** What an operator should know of it although it is no failure. */
  public Stream<String> warning() {
    return outcome == Outcome.WARNED ? Stream.of("check " + name + ": " + note) : Stream.empty();
  }

  public boolean hasFailed() {
    return outcome == Outcome.FAILED;
  }

  /** One line of the table of checks. */
  public String line() {
    return outcome + " " + name + ": " + comparison() + ", " + milliseconds + " ms";
  }

  /** What was expected and what was found, in words. */
  public String comparison() {
    return "expected "
        + expected
        + (found == null ? "" : ", found " + found)
        + (note == null ? "" : " (" + note + ")");
  }
}
