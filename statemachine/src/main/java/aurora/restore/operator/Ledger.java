package aurora.restore.operator;

import aurora.restore.audit.Attributes;
import aurora.restore.audit.Schema;
import aurora.restore.operation.OperationStatus;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the tables tell of operations. */
record Ledger(DynamoDbClient dynamoDb, Deployment deployment) {
  /** An operation's row; empty where it was never claimed, or is forgotten. */
  Optional<JsonNode> row(String operationId) {
    var row =
        dynamoDb.getItem(
            it ->
                it.tableName(deployment.stateTable())
                    .key(Map.of(Schema.OPERATION_ID, AttributeValue.fromS(operationId))));
    return row.hasItem() ? Optional.of(Attributes.json(row.item())) : Optional.empty();
  }

  /** All operations, or those of one status; the latest first. */
  List<JsonNode> rows(OperationStatus... statuses) {
    var rows = new ArrayList<JsonNode>();
    for (var status : statuses) {
      dynamoDb
          .queryPaginator(
              it ->
                  it.tableName(deployment.stateTable())
                      .indexName(Schema.BY_STATUS)
                      .keyConditionExpression("#status = :status")
                      .expressionAttributeNames(Map.of("#status", Schema.STATUS))
                      .expressionAttributeValues(
                          Map.of(":status", AttributeValue.fromS(status.name()))))
          .items()
          .forEach(item -> rows.add(Attributes.json(item)));
    }
    rows.sort(Comparator.comparing(Ledger::startedAt).reversed());
    return rows;
  }

  private static String startedAt(JsonNode row) {
    return row.path(Schema.STARTED_AT).asText();
  }

  /** What happened to an operation, in order. */
  List<JsonNode> trail(String operationId) {
    return dynamoDb
        .queryPaginator(
            it ->
                it.tableName(deployment.auditTable())
                    .keyConditionExpression(Schema.OPERATION_ID + " = :id")
                    .expressionAttributeValues(Map.of(":id", AttributeValue.fromS(operationId))))
        .items()
        .stream()
        .map(Attributes::json)
        .toList();
  }
}
