package aurora.restore.operation;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a check by SQL must find.
 *
 * @param value what is compared with: of {@code EQUALS} a number, a text, true or false; of {@code
 *     EMPTY} and {@code NOT_EMPTY} true; of the others a number
 */
public record Expectation(Kind kind, JsonNode value) {
  /** How what is found is compared. Each is a key of the input, in lower case. */
  public enum Kind {
    /** The one value found is this. */
    EQUALS,
    /** It is a number, this or more. */
    AT_LEAST,
    /** It is a number, this or less. */
    AT_MOST,
    /** There are rows. */
    NOT_EMPTY,
    /** There are none. */
    EMPTY,
    /** The one value found is a time, at most so many minutes before the execution's start. */
    NEWER_THAN_MINUTES,
    /** It is a number, so near to what the last completed operation found. */
    WITHIN_PERCENT_OF_LAST
  }

  /** For people, e.g. {@code at least 1000}. */
  public String words() {
    return switch (kind) {
      case EQUALS -> value.isTextual() ? "'" + value.textValue() + "'" : value.asText();
      case AT_LEAST -> "at least " + value.asText();
      case AT_MOST -> "at most " + value.asText();
      case NOT_EMPTY -> "rows";
      case EMPTY -> "no rows";
      case NEWER_THAN_MINUTES -> "newer than " + value.asText() + " min before the start";
      case WITHIN_PERCENT_OF_LAST -> "within " + value.asText() + " % of the last";
    };
  }
}
