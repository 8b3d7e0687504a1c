package aurora.restore.simulation.dynamodb.value;

import java.math.BigDecimal;

/**
 * Numbers as DynamoDB keeps them (DynamoDB Developer Guide, "Naming rules and data types", Number):
 * up to 38 digits, without leading and trailing zeros.
 */
public final class Numbers {
  private static final int MOST_DIGITS = 38;

  /** Magnitudes lie between 1E-130 and 9.99...E+125. */
  private static final int LEAST_EXPONENT = -130;

  private static final int MOST_EXPONENT = 125;

  private Numbers() {}

  /**
   * @param given e.g. {@code 007.50}
   * @return e.g. {@code 7.5}
   */
  static String normalized(String given) {
    var number = parsed(given).stripTrailingZeros();
    if (number.signum() == 0) {
      return "0";
    }
    if (number.precision() > MOST_DIGITS) {
      throw Invalid.request("Attempting to store more than 38 significant digits in a Number");
    }
    requireMagnitude(number.precision() - number.scale() - 1);
    return number.toPlainString();
  }

  private static BigDecimal parsed(String given) {
    try {
      return new BigDecimal(given);
    } catch (NumberFormatException e) {
      throw Invalid.request("The parameter cannot be converted to a numeric value: %s", given);
    }
  }

  private static void requireMagnitude(int exponent) {
    if (exponent > MOST_EXPONENT) {
      throw Invalid.request(
          "Number overflow. Attempting to store a number with magnitude larger than supported"
              + " range");
    }
    if (exponent < LEAST_EXPONENT) {
      throw Invalid.request(
          "Number underflow. Attempting to store a number with magnitude smaller than supported"
              + " range");
    }
  }
}
