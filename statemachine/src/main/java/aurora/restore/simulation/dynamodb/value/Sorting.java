package aurora.restore.simulation.dynamodb.value;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Texts sort by their UTF-8 bytes, numbers by what they are worth; nothing else sorts. */
public final class Sorting {
  /** Of two values of one type that sorts. */
  public static final Comparator<AttributeValue> ORDER = Sorting::compare;

  private Sorting() {}

  public static boolean sorts(AttributeValue value) {
    return switch (value.type()) {
      case S, N -> true;
      case B, SS, NS, BS, BOOL, NUL, L, M, UNKNOWN_TO_SDK_VERSION -> false;
    };
  }

  private static int compare(AttributeValue one, AttributeValue other) {
    return one.type() == AttributeValue.Type.S
        ? Arrays.compareUnsigned(bytes(one), bytes(other))
        : new BigDecimal(one.n()).compareTo(new BigDecimal(other.n()));
  }

  private static byte[] bytes(AttributeValue text) {
    return text.s().getBytes(StandardCharsets.UTF_8);
  }
}
