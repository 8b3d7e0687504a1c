package aurora.restore.simulation.dynamodb.value;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What an item takes, in bytes (DynamoDB Developer Guide, "Item sizes and formats"). */
public final class Sizes {
  /** What a list or a map takes beside what is in it. */
  private static final int CONTAINER_BYTES = 3;

  private static final int ELEMENT_BYTES = 1;

  private Sizes() {}

  /** Names and values of all attributes. */
  public static int ofItem(Map<String, AttributeValue> item) {
    var bytes = 0;
    for (var attribute : item.entrySet()) {
      bytes += ofText(attribute.getKey()) + of(attribute.getValue());
    }
    return bytes;
  }

  public static int of(AttributeValue value) {
    return switch (value.type()) {
      case S -> ofText(value.s());
      case N -> ofNumber(new BigDecimal(value.n()));
      case BOOL, NUL -> 1;
      case L -> CONTAINER_BYTES + value.l().stream().mapToInt(it -> ELEMENT_BYTES + of(it)).sum();
      case M -> CONTAINER_BYTES + ELEMENT_BYTES * value.m().size() + ofItem(value.m());
      case B, SS, NS, BS, UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalArgumentException("a " + value.type() + " is never stored");
    };
  }

  /** Two digits to the byte, one byte more, and one for the sign of a negative number. */
  private static int ofNumber(BigDecimal number) {
    var digits = number.stripTrailingZeros().precision();
    return (digits + 1) / 2 + 1 + (number.signum() < 0 ? 1 : 0);
  }

  private static int ofText(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
