package aurora.restore.cleanup;

import aurora.restore.audit.OperationRow;
import aurora.restore.edge.MachineArns;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/**
 * Starts the clean-up of what has expired: once a day for each restore, so that one that failed,
 * and was reported, is tried again the next day. An operation that is restored anew on the same day
 * has another clean-up.
 */
record Expired(Starter starter, MachineArns machines) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);

  /**
   * The operations whose clean-up was started now.
   *
   * @param ended those that have ended and aren't cleaned up
   */
  List<String> cleanUp(List<OperationRow> ended, Instant now) {
    return ended.stream()
        .filter(row -> row.isExpired(now))
        .filter(row -> start(row, now))
        .map(OperationRow::operationId)
        .toList();
  }

  private boolean start(OperationRow row, Instant now) {
    return starter.start(
        machines.cleanUpArn(),
        "expired",
        row.operationId(),
        row.startedAt().getEpochSecond() + "-" + DAY.format(now),
        Map.of(CleanUpKey.OPERATION_ID.key(), row.operationId()));
  }
}
