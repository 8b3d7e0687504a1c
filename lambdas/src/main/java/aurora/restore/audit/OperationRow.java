package aurora.restore.audit;

import aurora.restore.edge.Json;
import aurora.restore.operation.CleanUpReport;
import aurora.restore.operation.OperationStatus;
import aurora.restore.operation.RestorePlan;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An operation's row in the state table, as far as later steps ask.
 *
 * @param executionArn the execution that the operation belongs to
 * @param expiresAt when it is to be cleaned up; null: never by itself
 * @param plan of its restore; null where it was never claimed by one
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
    CleanUpReport cleanUpReport) {

  static OperationRow of(Map<String, AttributeValue> row) {
    try {
      return Json.MAPPER.treeToValue(Attributes.json(row), OperationRow.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "the row of operation " + row.get(Schema.OPERATION_ID).s() + " can't be read", e);
    }
  }

  /** Whether an execution had claimed the operation, and so may have made what the plan names. */
  public boolean isPlannedBy(String execution) {
    return plan != null && executionArn.equals(execution);
  }
}
