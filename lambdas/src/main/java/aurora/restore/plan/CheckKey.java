package aurora.restore.plan;

import aurora.restore.input.Key;
import aurora.restore.operation.Expectation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The keys of one check of {@code verification.checks}; each has exactly one expectation. */
public enum CheckKey implements Key {
  NAME(true, "text", "1 to 64 characters, none twice: what results and comparisons go by."),
  SQL(
      true,
      "text",
      "One `SELECT` or `WITH … SELECT` of at most 2000 characters, executed in a read-only"
          + " transaction that is rolled back."),
  EQUALS(false, "number, text, true or false", "The value found is this."),
  AT_LEAST(false, "number", "The value found is this or more."),
  AT_MOST(false, "number", "The value found is this or less."),
  NOT_EMPTY(false, "true", "There are rows."),
  EMPTY(false, "true", "There are no rows."),
  NEWER_THAN_MINUTES(
      false,
      "whole number 1 to 5256000",
      "The value found is a time, at most so many minutes before the execution's start. The"
          + " newest of them is the measured RPO."),
  WITHIN_PERCENT_OF_LAST(
      false,
      "number above 0, up to 1000",
      "The value found differs by so much at most from what the last completed operation of the"
          + " same source cluster found for the check of this name. Anything else is a warning."),
  TIMEOUT_SECONDS(false, "whole number 1 to 45", "How long the statement may take. Default: 20.");

  private final Description description;

  CheckKey(boolean required, String kind, String meaning) {
    this.description = new Description(required, kind, meaning);
  }

  /** The keys that say what is expected. */
  static List<CheckKey> expectations() {
    return Arrays.stream(values()).filter(key -> key.expectation().isPresent()).toList();
  }

  /** What it expects; empty for the other keys. */
  Optional<Expectation.Kind> expectation() {
    return Arrays.stream(Expectation.Kind.values())
        .filter(kind -> kind.name().equals(name()))
        .findFirst();
  }

  @Override
  public Description description() {
    return description;
  }
}
