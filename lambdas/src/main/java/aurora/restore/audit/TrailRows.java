package aurora.restore.audit;

import static aurora.restore.audit.Attributes.text;

import aurora.restore.edge.Edge;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the trail tells of an operation: its rows, as they are. */
public final class TrailRows {
  private final DynamoDbClient dynamoDb;
  private final String auditTable;

  public TrailRows(DynamoDbClient dynamoDb, String auditTable) {
    this.dynamoDb = dynamoDb;
    this.auditTable = auditTable;
  }

  public static TrailRows of(Edge edge) {
    return new TrailRows(edge.aws().dynamoDb(), edge.settings().auditTable());
  }

  /** All rows of an operation, in the order of their {@code entry}. */
  public List<Map<String, AttributeValue>> all(String operationId) {
    return dynamoDb
        .queryPaginator(
            query ->
                query
                    .tableName(auditTable)
                    .consistentRead(true)
                    .keyConditionExpression("operation_id = :operation")
                    .expressionAttributeValues(Map.of(":operation", text(operationId))))
        .items()
        .stream()
        .toList();
  }
}
