package aurora.restore.world;

import aurora.restore.audit.Attributes;
import aurora.restore.audit.Schema;
import aurora.restore.edge.Settings;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The state and the audit table of a deployment, and what stands in them. */
public final class DeployedTables {
  private final DynamoDbClient dynamoDb;
  private final String state;
  private final String audit;

  /**
   * @param settings what the tables are called
   */
  public DeployedTables(DynamoDbClient dynamoDb, Settings settings) {
    this.dynamoDb = dynamoDb;
    this.state = settings.stateTable();
    this.audit = settings.auditTable();
  }

  /** Makes both, without time to live: an emulator would take rows away by the wall clock. */
  public void create() {
    dynamoDb.createTable(
        table ->
            table
                .tableName(state)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                    text(Schema.OPERATION_ID), text(Schema.STATUS), text(Schema.STARTED_AT))
                .keySchema(key(Schema.OPERATION_ID, KeyType.HASH))
                .globalSecondaryIndexes(byStatus()));
    dynamoDb.createTable(
        table ->
            table
                .tableName(audit)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(text(Schema.OPERATION_ID), text(Schema.ENTRY))
                .keySchema(
                    key(Schema.OPERATION_ID, KeyType.HASH), key(Schema.ENTRY, KeyType.RANGE)));
  }

  /** Has rows forgotten at their time, as a deployment does. */
  public void expire() {
    for (var table : List.of(state, audit)) {
      dynamoDb.updateTimeToLive(
          update ->
              update
                  .tableName(table)
                  .timeToLiveSpecification(
                      setting -> setting.enabled(true).attributeName(Schema.TIME_TO_LIVE)));
    }
  }

  /** An operation's row; empty where it was never claimed. */
  public Optional<JsonNode> state(String operationId) {
    var row =
        dynamoDb
            .getItem(
                get ->
                    get.tableName(state)
                        .consistentRead(true)
                        .key(Map.of(Schema.OPERATION_ID, AttributeValue.fromS(operationId))))
            .item();
    return row.isEmpty() ? Optional.empty() : Optional.of(Attributes.json(row));
  }

  /** An operation's audit trail, oldest first. */
  public List<JsonNode> audit(String operationId) {
    return dynamoDb
        .queryPaginator(
            query ->
                query
                    .tableName(audit)
                    .consistentRead(true)
                    .keyConditionExpression(Schema.OPERATION_ID + " = :operation")
                    .expressionAttributeValues(
                        Map.of(":operation", AttributeValue.fromS(operationId))))
        .items()
        .stream()
        .map(Attributes::json)
        .toList();
  }

  private static GlobalSecondaryIndex byStatus() {
    return GlobalSecondaryIndex.builder()
        .indexName(Schema.BY_STATUS)
        .keySchema(key(Schema.STATUS, KeyType.HASH), key(Schema.STARTED_AT, KeyType.RANGE))
        .projection(projection -> projection.projectionType(ProjectionType.ALL))
        .build();
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
