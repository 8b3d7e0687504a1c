package aurora.restore.audit;

import static aurora.restore.audit.Attributes.text;

import aurora.restore.edge.Edge;
import aurora.restore.error.OperationInProgress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Deletes what the tables tell of an operation. */
final class Purge {
  /** What a purge takes from an operation's row: all that tells what it was. */
  private static final List<String> PURGED =
      List.of(
          "request",
          "plan",
          "report",
          "resources",
          "progress",
          "failure",
          "expires_at",
          "clean_up",
          "clean_up_report");

  private final DynamoDbClient dynamoDb;
  private final String auditTable;
  private final Claims claims;

  private Purge(DynamoDbClient dynamoDb, String auditTable, Claims claims) {
    this.dynamoDb = dynamoDb;
    this.auditTable = auditTable;
    this.claims = claims;
  }

  static Purge of(Edge edge) {
    return new Purge(edge.aws().dynamoDb(), edge.settings().auditTable(), Claims.of(edge));
  }

  /**
   * Deletes an operation's trail, and of its row all but whose it is and since when.
   *
   * @return how many rows of the trail there were
   * @throws OperationInProgress where the operation belongs to another execution
   */
  int run(String operationId, String executionArn, Instant now) {
    var row = new Assignments().set(Schema.PURGED_AT, Attributes.time(now));
    PURGED.forEach(row::remove);
    row.with(":execution_arn", text(executionArn));
    claims.update(operationId, row, MilestoneEntry.CLAIMED);
    var entries =
        dynamoDb
            .queryPaginator(
                query ->
                    query
                        .tableName(auditTable)
                        .consistentRead(true)
                        .keyConditionExpression("operation_id = :operation")
                        .projectionExpression("operation_id, #entry")
                        .expressionAttributeNames(Map.of("#entry", Schema.ENTRY))
                        .expressionAttributeValues(Map.of(":operation", text(operationId))))
            .items()
            .stream()
            .toList();
    entries.forEach(key -> dynamoDb.deleteItem(delete -> delete.tableName(auditTable).key(key)));
    return entries.size();
  }
}
