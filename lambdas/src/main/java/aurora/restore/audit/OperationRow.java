package aurora.restore.audit;

import aurora.restore.json.Records;
import aurora.restore.operation.CleanUpReport;
import aurora.restore.operation.OperationStatus;
import aurora.restore.operation.OwnedResource;
import aurora.restore.operation.RestorePlan;
import aurora.restore.operation.RestoreReport;
import aurora.restore.operation.SourceSnapshot;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An operation's row in the state table, as far as later steps ask.
 *
 * @param executionArn the execution that the operation belongs to
 * @param expiresAt when it is to be cleaned up; null: never by itself
 * @param plan of its restore; null where it was never claimed by one
 * @param report of its restore; null until that is completed, and after a purge
 * @param completedAt when a restore of the operation was last completed, whatever has been tried
 *     since; null where none was, and after a clean-up
 * @param purgedAt when its trail was deleted; null where it wasn't
 * @param request what its restore was started with; null where it was never claimed by one
 * @param resources what it has made, as far as it is known; null where nothing was recorded
 * @param cleanUpReport of the clean-up that it ended with; null where there was none
 */
public record OperationRow(
    String operationId,
    OperationStatus status,
    String executionArn,
    int redriveCount,
    Instant startedAt,
    Instant updatedAt,
    Instant expiresAt,
    RestorePlan plan,
    RestoreReport report,
    Instant completedAt,
    Instant purgedAt,
    JsonNode request,
    List<OwnedResource> resources,
    CleanUpReport cleanUpReport) {

  static OperationRow of(Map<String, AttributeValue> row) {
    try {
      return Records.read(Attributes.json(row), OperationRow.class);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          "the row of operation " + row.get(Schema.OPERATION_ID).s() + " can't be read", e);
    }
  }

  /** Whether its restore was of the same source cluster as a snapshot is. */
  public boolean isOfClusterOf(SourceSnapshot snapshot) {
    return plan != null
        && Objects.equals(plan.snapshot().clusterId(), snapshot.clusterId())
        && Objects.equals(plan.snapshot().account(), snapshot.account());
  }

  /** Whether what it made is to be cleaned up by now. */
  public boolean isExpired(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }

  /**
   * When its restore was completed, where that was a drill: one that was to be cleaned up by
   * itself. By its plan and its report, for whatever becomes of the operation afterwards leaves
   * them: the clean-up takes {@code expires_at} away, its failure makes the operation FAILED, and
   * both write other times. Only a purge, or another restore of the same operation, takes them too.
   */
  public Optional<Instant> drilledAt() {
    return plan == null || plan.expiresAt() == null || report == null
        ? Optional.empty()
        : Optional.of(startedAt.plusSeconds(report.rtoSeconds()));
  }
}
