package aurora.restore.simulation.wire;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.traits.TimestampFormatTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/** Single values as text, and back, by the type that a field describes. */
final class Scalars {
  /** How a protocol writes an instant whose field doesn't say. */
  enum DefaultTime {
    ISO_8601,
    UNIX_SECONDS
  }

  private Scalars() {}

  /**
   * @param name what errors call the value
   * @throws UnreadableCall where the text isn't of the field's type
   */
  static Object parse(SdkField<?> field, DefaultTime time, String text, String name) {
    try {
      return switch (field.marshallingType().getKnownType()) {
        case STRING -> text;
        case INTEGER -> Integer.valueOf(text);
        case LONG -> Long.valueOf(text);
        case SHORT -> Short.valueOf(text);
        case BYTE -> Byte.valueOf(text);
        case FLOAT -> Float.valueOf(text);
        case DOUBLE -> Double.valueOf(text);
        case BIG_DECIMAL -> new BigDecimal(text);
        case BOOLEAN -> truth(text, name);
        case INSTANT -> instant(format(field, time), text);
        case SDK_BYTES -> SdkBytes.fromByteArray(Base64.getDecoder().decode(text));
        case NULL, SDK_POJO, LIST, MAP, DOCUMENT ->
            throw new UnreadableCall(name + " can't be a single value");
      };
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      throw new UnreadableCall(
          name + " should be of type " + field.marshallingType().getKnownType() + ": " + text, e);
    }
  }

  private static Boolean truth(String text, String name) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new UnreadableCall(name + " should be true or false: " + text);
    };
  }

  static Format format(SdkField<?> field, DefaultTime time) {
    var said = field.getOptionalTrait(TimestampFormatTrait.class).map(TimestampFormatTrait::format);
    return said.orElse(
        switch (time) {
          case ISO_8601 -> Format.ISO_8601;
          case UNIX_SECONDS -> Format.UNIX_TIMESTAMP;
        });
  }

  private static Instant instant(Format format, String text) {
    return switch (format) {
      case ISO_8601 -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
      case RFC_822 -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
      case UNIX_TIMESTAMP ->
          Instant.ofEpochMilli(new BigDecimal(text).movePointRight(3).longValueExact());
      case UNIX_TIMESTAMP_MILLIS -> Instant.ofEpochMilli(Long.parseLong(text));
    };
  }

  /** Instants are cut to milliseconds, which is what AWS sends. */
  static String text(SdkField<?> field, DefaultTime time, Object value) {
    return switch (value) {
      case Instant instant -> instant(format(field, time), instant.truncatedTo(ChronoUnit.MILLIS));
      case SdkBytes bytes -> Base64.getEncoder().encodeToString(bytes.asByteArray());
      case BigDecimal number -> number.toPlainString();
      case String text -> text;
      case Number number -> number.toString();
      case Boolean truth -> truth.toString();
      default -> throw new IllegalArgumentException(field.memberName() + " is no single value");
    };
  }

  private static String instant(Format format, Instant instant) {
    return switch (format) {
      case ISO_8601 -> DateTimeFormatter.ISO_INSTANT.format(instant);
      case RFC_822 -> DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
      case UNIX_TIMESTAMP -> seconds(instant).toPlainString();
      case UNIX_TIMESTAMP_MILLIS -> Long.toString(instant.toEpochMilli());
    };
  }

  /** Seconds since 1970 with three decimals, as the JSON protocols send them. */
  static BigDecimal seconds(Instant instant) {
    return BigDecimal.valueOf(instant.toEpochMilli(), 3);
  }
}
