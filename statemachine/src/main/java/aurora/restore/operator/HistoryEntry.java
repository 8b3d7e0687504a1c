package aurora.restore.operator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An operation in the list of all.
 *
 * @param finishedAt null while it runs
 * @param rtoSeconds how long its restore took; null where none was completed
 * @param rpoSeconds how old the snapshot was; null where none was completed
 * @param error what it failed with; null where it didn't
 */
record HistoryEntry(
    String operationId,
    String status,
    String startedAt,
    String finishedAt,
    Long rtoSeconds,
    Long rpoSeconds,
    String error) {
  static final List<String> COLUMNS =
      List.of(
          "operation_id",
          "status",
          "started_at",
          "finished_at",
          "rto_seconds",
          "rpo_seconds",
          "error");

  private static final String LINE = "%-28s %-11s %-16s %9s %9s  %s";
  static final String HEAD =
      LINE.formatted("OPERATION", "STATUS", "STARTED", "RTO", "RPO", "").stripTrailing();

  static HistoryEntry of(JsonNode row) {
    return new HistoryEntry(
        row.path("operation_id").asText(),
        row.path("status").asText(),
        row.path("started_at").asText(),
        text(row.path("finished_at")),
        seconds(row.at("/report/rto_seconds")),
        seconds(row.at("/report/rpo_seconds")),
        row.path("status").asText().equals("FAILED") ? text(row.at("/failure/error")) : null);
  }

  private static String text(JsonNode node) {
    return node.isTextual() ? node.asText() : null;
  }

  private static Long seconds(JsonNode node) {
    return node.isNumber() ? node.asLong() : null;
  }

  /** By RFC 4180. */
  String csv() {
    return Stream.of(operationId, status, startedAt, finishedAt, rtoSeconds, rpoSeconds, error)
        .map(value -> Objects.toString(value, ""))
        .map(value -> value.matches("[^,\"\r\n]*") ? value : quoted(value))
        .collect(Collectors.joining(","));
  }

  private static String quoted(String value) {
    return '"' + value.replace("\"", "\"\"") + '"';
  }

  String line() {
    return LINE.formatted(
            operationId,
            status,
            startedAt.replace('T', ' ').substring(0, Math.min(16, startedAt.length())),
            length(rtoSeconds),
            length(rpoSeconds),
            Objects.requireNonNullElse(error, ""))
        .stripTrailing();
  }

  /** In hours and minutes. */
  private static String length(Long seconds) {
    return seconds == null ? "" : "%d:%02d h".formatted(seconds / 3600, seconds % 3600 / 60);
  }
}
