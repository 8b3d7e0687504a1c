package aurora.restore.audit;

import static aurora.restore.audit.Attributes.text;

import aurora.restore.edge.Edge;
import aurora.restore.operation.Milestone;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Tells which ends of executions the records know already. */
public final class FailureTrail {
  private final DynamoDbClient dynamoDb;
  private final String auditTable;
  private final OperationTable operations;

  private FailureTrail(DynamoDbClient dynamoDb, String auditTable, OperationTable operations) {
    this.dynamoDb = dynamoDb;
    this.auditTable = auditTable;
    this.operations = operations;
  }

  public static FailureTrail of(Edge edge) {
    return new FailureTrail(
        edge.aws().dynamoDb(), edge.settings().auditTable(), OperationTable.of(edge));
  }

  /**
   * Whether the trail tells that an execution ended badly, or did until it was purged.
   *
   * @param redriveCount how often it had been redriven by then
   * @param endedAt when it ended
   */
  public boolean tells(String operationId, String executionArn, int redriveCount, Instant endedAt) {
    return isInTrail(operationId, executionArn, redriveCount)
        || operations
            .find(operationId)
            .map(OperationRow::purgedAt)
            .filter(purged -> !purged.isBefore(endedAt))
            .isPresent();
  }

  private boolean isInTrail(String operationId, String executionArn, int redriveCount) {
    return dynamoDb
        .queryPaginator(
            query ->
                query
                    .tableName(auditTable)
                    .consistentRead(true)
                    .keyConditionExpression("operation_id = :operation")
                    .filterExpression(
                        "#event = :failed AND execution_arn = :execution"
                            + " AND redrive_count = :redrive_count")
                    .expressionAttributeNames(Map.of("#event", "event"))
                    .expressionAttributeValues(values(operationId, executionArn, redriveCount)))
        .items()
        .stream()
        .findFirst()
        .isPresent();
  }

  private static Map<String, AttributeValue> values(
      String operationId, String executionArn, int redriveCount) {
    var values = new TreeMap<String, AttributeValue>();
    values.put(":operation", text(operationId));
    values.put(":failed", text(Milestone.FAILED.name()));
    values.put(":execution", text(executionArn));
    values.put(":redrive_count", Attributes.number(redriveCount));
    return values;
  }
}
