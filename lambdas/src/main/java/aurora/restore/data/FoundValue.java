package aurora.restore.data;

import aurora.restore.operation.Excerpt;
import aurora.restore.telemetry.Withheld;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.services.rdsdata.model.Field;

/**
 * One value of the Data API: decimals and times come as texts, times without an offset in UTC
 * (Aurora User Guide, "Using the Data API", data types).
 */
record FoundValue(Field field) {
  private static final int MOST_CHARACTERS = 100;

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("[ ]['T']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendPattern("[XXX][X]")
          .toFormatter(Locale.ROOT);

  boolean isNull() {
    return Boolean.TRUE.equals(field.isNull());
  }

  /** For people and rows: short, and without what lets its reader in. */
  String shown() {
    return Excerpt.of(Withheld.from(text()), MOST_CHARACTERS);
  }

  String text() {
    return switch (field.type()) {
      case IS_NULL -> "NULL";
      case STRING_VALUE -> field.stringValue();
      case LONG_VALUE -> field.longValue().toString();
      case DOUBLE_VALUE -> BigDecimal.valueOf(field.doubleValue()).toPlainString();
      case BOOLEAN_VALUE -> field.booleanValue().toString();
      case BLOB_VALUE -> field.blobValue().asByteArrayUnsafe().length + " bytes";
      case ARRAY_VALUE -> "an array";
      case UNKNOWN_TO_SDK_VERSION -> "a value of an unknown type";
    };
  }

  Optional<BigDecimal> number() {
    try {
      return Optional.of(new BigDecimal(text().strip()));
    } catch (NumberFormatException e) {
      return Optional.empty(); // the caller says what was expected
    }
  }

  Optional<Instant> time() {
    try {
      return Optional.of(
          switch (TIME.parseBest(
              text().strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from)) {
            case OffsetDateTime time -> time.toInstant();
            case LocalDateTime time -> time.toInstant(ZoneOffset.UTC);
            case LocalDate day -> day.atStartOfDay().toInstant(ZoneOffset.UTC);
            default -> throw new DateTimeException("no other type was asked for");
          });
    } catch (DateTimeException e) {
      return Optional.empty(); // the caller says what was expected
    }
  }
}
