package aurora.restore.simulation.rdsdata;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.rdsdata.model.Field;

/**
 * The Data API's types of what JDBC finds (Aurora User Guide, "Using the Data API", data types):
 * decimals and times are texts, times with an offset in UTC and without it.
 */
final class JdbcFields {
  private static final int MOST_MICROSECOND_DIGITS = 6;
  private static final String WITH_OFFSET = "timestamptz";

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.MICRO_OF_SECOND, 0, MOST_MICROSECOND_DIGITS, true)
          .toFormatter(Locale.ROOT);

  private JdbcFields() {}

  static List<List<Field>> of(ResultSet results) throws SQLException, SqlError {
    var rows = new ArrayList<List<Field>>();
    var columns = results.getMetaData().getColumnCount();
    while (results.next()) {
      var row = new ArrayList<Field>();
      for (int column = 1; column <= columns; column++) {
        row.add(field(results, column));
      }
      rows.add(row);
    }
    return rows;
  }

  private static Field field(ResultSet results, int column) throws SQLException, SqlError {
    if (results.getObject(column) == null) {
      return Field.fromIsNull(true);
    }
    var type = results.getMetaData().getColumnTypeName(column);
    return switch (results.getMetaData().getColumnType(column)) {
      case Types.BIT, Types.BOOLEAN -> Field.fromBooleanValue(results.getBoolean(column));
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT ->
          Field.fromLongValue(results.getLong(column));
      case Types.REAL, Types.FLOAT, Types.DOUBLE ->
          Field.fromDoubleValue(results.getDouble(column));
      case Types.BINARY, Types.VARBINARY ->
          Field.fromBlobValue(SdkBytes.fromByteArray(results.getBytes(column)));
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
          Field.fromStringValue(time(results, column, type));
      case Types.ARRAY, Types.STRUCT ->
          throw SqlError.unsupported("The result contains the unsupported data type " + type);
      default -> Field.fromStringValue(results.getString(column)); // as the database writes it
    };
  }

  private static String time(ResultSet results, int column, String type) throws SQLException {
    var time =
        type.equals(WITH_OFFSET)
            ? results
                .getObject(column, OffsetDateTime.class)
                .withOffsetSameInstant(ZoneOffset.UTC)
                .toLocalDateTime()
            : results.getObject(column, LocalDateTime.class);
    return TIME.format(time);
  }
}
