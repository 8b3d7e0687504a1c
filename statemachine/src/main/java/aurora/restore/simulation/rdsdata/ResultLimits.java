package aurora.restore.simulation.rdsdata;

import java.nio.charset.StandardCharsets;
import java.util.List;
import software.amazon.awssdk.services.rdsdata.model.Field;

/** How much the Data API passes on (Aurora User Guide, "Limitations with RDS Data API"). */
final class ResultLimits {
  private static final int MOST_BYTES = 1024 * 1024;
  private static final int MOST_BYTES_OF_A_ROW = 64 * 1024;
  private static final int BYTES_OF_A_NUMBER = 8;

  private ResultLimits() {}

  static void require(List<List<Field>> rows) throws SqlError {
    long bytes = 0;
    for (var row : rows) {
      long ofRow = row.stream().mapToLong(ResultLimits::bytes).sum();
      if (ofRow > MOST_BYTES_OF_A_ROW) {
        throw SqlError.unsupported("Database response exceeded the size limit of a row, 64 KB");
      }
      bytes += ofRow;
    }
    if (bytes > MOST_BYTES) {
      throw SqlError.unsupported("Database response exceeded the size limit of 1 MB");
    }
  }

  private static int bytes(Field field) {
    return switch (field.type()) {
      case STRING_VALUE -> field.stringValue().getBytes(StandardCharsets.UTF_8).length;
      case BLOB_VALUE -> field.blobValue().asByteArrayUnsafe().length;
      case IS_NULL, LONG_VALUE, DOUBLE_VALUE, BOOLEAN_VALUE, ARRAY_VALUE, UNKNOWN_TO_SDK_VERSION ->
          BYTES_OF_A_NUMBER;
    };
  }
}
