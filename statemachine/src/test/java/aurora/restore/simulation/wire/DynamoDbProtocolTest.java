package aurora.restore.simulation.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** DynamoDB as the SDK's client has it: what it reads out of answers and refusals. */
class DynamoDbProtocolTest {
  private static final String ACCOUNT = "123456789012";

  @Test
  void itemThatIsPutOverTheWireIsFoundByBothWays() {
    var bench = benchWithATable(Faults.NONE);

    put(bench.dynamoDb(), "op-1");

    assertThat(get(bench.dynamoDb(), "op-1")).isEqualTo(item("op-1"));
    assertThat(get(bench.tables().client(ACCOUNT, Bench.REGION), "op-1")).isEqualTo(item("op-1"));
  }

  @Test
  void failedConditionTellsTheItemThatIsThereWhereItIsAskedTo() {
    var client = benchWithATable(Faults.NONE).dynamoDb();
    put(client, "op-1");

    var failed =
        catchThrowableOfType(
            ConditionalCheckFailedException.class,
            () ->
                client.putItem(
                    r ->
                        r.tableName("state")
                            .item(item("op-1"))
                            .conditionExpression("attribute_not_exists(operation_id)")
                            .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD)));

    assertThat(failed.item()).isEqualTo(item("op-1"));
    assertThat(failed.awsErrorDetails().errorMessage()).isEqualTo("The conditional request failed");
  }

  @Test
  void cancelledTransactionSaysWhichPartFailed() {
    var client = benchWithATable(Faults.NONE).dynamoDb();
    put(client, "op-1");

    var cancelled =
        catchThrowableOfType(
            TransactionCanceledException.class,
            () ->
                client.transactWriteItems(
                    r -> r.transactItems(putIfAbsent("op-2"), putIfAbsent("op-1"))));

    assertThat(cancelled.cancellationReasons())
        .extracting(reason -> reason.code())
        .containsExactly("None", "ConditionalCheckFailed");
    assertThat(get(client, "op-2")).isEmpty();
  }

  private static TransactWriteItem putIfAbsent(String id) {
    return TransactWriteItem.builder()
        .put(
            Put.builder()
                .tableName("state")
                .item(item(id))
                .conditionExpression("attribute_not_exists(operation_id)")
                .build())
        .build();
  }

  @Test
  void whatNoFunctionAsksForIsRefusedByName() {
    var client = benchWithATable(Faults.NONE).dynamoDb();

    assertThatThrownBy(client::listTables)
        .isExactlyInstanceOf(UnknownOperation.class)
        .hasMessageContaining("dynamodb:ListTables");
  }

  @Test
  void regionsDoNotSeeEachOthersTables() {
    var elsewhere = benchWithATable(Faults.NONE).tables().client(ACCOUNT, "eu-central-1");

    assertThatThrownBy(() -> get(elsewhere, "op-1"))
        .isInstanceOfSatisfying(
            AwsError.class,
            refusal -> assertThat(refusal.code()).isEqualTo("ResourceNotFoundException"));
  }

  @Test
  void lostAnswerLeavesTheItem() {
    var lost = new ArrayList<>(List.of(new AwsError("InternalServerError", 500, "lost")));
    var seen = new ArrayList<String>();
    var faults =
        Bench.faults(
            seen::add,
            call -> {
              if (!lost.isEmpty()) {
                throw lost.removeLast();
              }
            });
    var client = benchWithATable(faults).dynamoDb();

    assertThatThrownBy(
            () ->
                client.putItem(
                    r ->
                        r.tableName("state")
                            .item(item("op-1"))
                            .conditionExpression("attribute_not_exists(operation_id)")))
        .as("the SDK's own retry meets the item that the first attempt wrote")
        .isInstanceOf(ConditionalCheckFailedException.class);
    assertThat(seen).containsExactly("dynamodb:PutItem", "dynamodb:PutItem");
    assertThat(get(client, "op-1")).isEqualTo(item("op-1"));
  }

  @Test
  void transactionWhoseAnswerWasLostIsTakenForDoneWhenItIsTriedAgain() {
    var lost = new ArrayList<>(List.of(new AwsError("InternalServerError", 500, "lost")));
    var faults =
        Bench.faults(
            call -> {},
            call -> {
              if (!lost.isEmpty()) {
                throw lost.removeLast();
              }
            });
    var client = benchWithATable(faults).dynamoDb();

    client.transactWriteItems(r -> r.transactItems(putIfAbsent("op-1")));

    assertThat(lost).isEmpty();
    assertThat(get(client, "op-1")).isEqualTo(item("op-1"));
  }

  @Test
  void refusalsCarryRequestIdsFromTheSeed() {
    assertThat(refusal()).isEqualTo(refusal());
  }

  private String refusal() {
    var client = benchWithATable(Faults.NONE).dynamoDb();
    return catchThrowableOfType(
            ResourceNotFoundException.class,
            () -> client.getItem(r -> r.tableName("missing").key(Map.of("k", text("v")))))
        .getMessage();
  }

  @Test
  void throttlingIsTriedNineTimes() {
    var seen = new ArrayList<String>();
    var faults =
        Bench.faults(
            call -> {
              seen.add(call);
              throw new AwsError(
                  "com.amazonaws.dynamodb.v20120810#ThrottlingException", 400, "Rate exceeded");
            },
            call -> {});
    var client = benchWithATable(faults).dynamoDb();

    assertThatThrownBy(() -> put(client, "op-1")).hasMessageContaining("Rate exceeded");

    assertThat(seen).hasSize(9);
  }

  private static Bench benchWithATable(Faults faults) {
    var bench = Bench.with(faults);
    bench
        .tables()
        .client(ACCOUNT, Bench.REGION)
        .createTable(
            r ->
                r.tableName("state")
                    .attributeDefinitions(
                        AttributeDefinition.builder()
                            .attributeName("operation_id")
                            .attributeType(ScalarAttributeType.S)
                            .build())
                    .keySchema(
                        KeySchemaElement.builder()
                            .attributeName("operation_id")
                            .keyType(KeyType.HASH)
                            .build())
                    .billingMode(BillingMode.PAY_PER_REQUEST));
    return bench;
  }

  private static void put(DynamoDbClient client, String id) {
    client.putItem(r -> r.tableName("state").item(item(id)));
  }

  private static Map<String, AttributeValue> get(DynamoDbClient client, String id) {
    return client
        .getItem(
            r -> r.tableName("state").key(Map.of("operation_id", text(id))).consistentRead(true))
        .item();
  }

  private static Map<String, AttributeValue> item(String id) {
    return Map.of("operation_id", text(id), "note", text("of " + id));
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
