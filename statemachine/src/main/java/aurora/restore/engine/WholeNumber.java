package aurora.restore.engine;

import com.fasterxml.jackson.databind.JsonNode;

/** Whole numbers that an expression came to. */
final class WholeNumber {
  private WholeNumber() {}

  static long number(JsonNode value, String field, long least, long most) {
    if (!value.isIntegralNumber() || value.longValue() < least || value.longValue() > most) {
      throw StateFailure.query(
          field,
          field + " must be a whole number from " + least + " to " + most + ", not " + value);
    }
    return value.longValue();
  }
}
