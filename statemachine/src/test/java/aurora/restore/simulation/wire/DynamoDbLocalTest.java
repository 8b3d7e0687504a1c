package aurora.restore.simulation.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class DynamoDbLocalTest {
  private DynamoDbWorld world;

  @BeforeEach
  void openWorldWithOneTable() {
    world = DynamoDbLocal.open();
    try (var direct = world.client(Bench.REGION)) {
      createTable(direct);
    }
  }

  @AfterEach
  void closeWorld() {
    world.close();
  }

  private static void createTable(DynamoDbClient client) {
    client.createTable(
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
  }

  @Test
  void itemThatIsPutOverTheWireIsFoundByBothWays() {
    var client = Bench.with(Faults.NONE, world).dynamoDb();

    put(client, "op-1");

    assertThat(get(client, "op-1")).isEqualTo(item("op-1"));
    try (var direct = world.client(Bench.REGION)) {
      assertThat(get(direct, "op-1")).isEqualTo(item("op-1"));
    }
  }

  @Test
  void secondClaimOfAnOperationFailsItsCondition() {
    var client = Bench.with(Faults.NONE, world).dynamoDb();
    put(client, "op-1");

    assertThatThrownBy(
            () ->
                client.putItem(
                    r ->
                        r.tableName("state")
                            .item(item("op-1"))
                            .conditionExpression("attribute_not_exists(operation_id)")))
        .isInstanceOf(ConditionalCheckFailedException.class);
  }

  @Test
  void cancelledTransactionSaysWhichPartFailed() {
    var client = Bench.with(Faults.NONE, world).dynamoDb();
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
  void worldsDoNotSeeEachOthersTablesAndAClosedOneIsGone() {
    try (var other = DynamoDbLocal.open();
        var client = other.client(Bench.REGION)) {
      assertThat(client.listTables().tableNames()).isEmpty();
      createTable(client);
      put(client, "op-9");
      assertThat(get(Bench.with(Faults.NONE, world).dynamoDb(), "op-9")).isEmpty();
    }
    try (var direct = world.client(Bench.REGION)) {
      assertThat(direct.listTables().tableNames()).containsExactly("state");
    }
  }

  @Test
  void whatNoFunctionAsksForIsRefusedByName() {
    var client = Bench.with(Faults.NONE, world).dynamoDb();

    assertThatThrownBy(client::listTables)
        .isExactlyInstanceOf(UnknownOperation.class)
        .hasMessageContaining("dynamodb:ListTables");
  }

  @Test
  void callToAClosedWorldStopsTheRun() {
    var client = Bench.with(Faults.NONE, world).dynamoDb();
    world.close();

    assertThatThrownBy(() -> put(client, "op-1"))
        .isExactlyInstanceOf(ServiceBroke.class)
        .hasMessageContaining("dynamodb:PutItem")
        .hasMessageContaining(world.accessKeyId() + " is closed");
  }

  @Test
  void regionsDoNotSeeEachOthersTables() {
    try (var elsewhere = world.client("eu-central-1")) {
      assertThat(elsewhere.listTables().tableNames()).isEmpty();
    }
  }

  @Test
  void closedWorldsLeaveNoThreadsBehind() throws InterruptedException {
    var past = new ArrayList<DynamoDbWorld>();
    for (var i = 0; i < 5; i++) {
      try (var each = DynamoDbLocal.open();
          var client = each.client(Bench.REGION)) {
        createTable(client);
        past.add(each);
      }
    }
    for (var thread : Thread.getAllStackTraces().keySet()) {
      var group = thread.getThreadGroup();
      if (group != null
          && past.stream().anyMatch(w -> group.getName().startsWith(w.accessKeyId() + " "))) {
        thread.join(10_000);
        assertThat(thread.isAlive()).as(thread.getName()).isFalse();
      }
    }
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
    var client = Bench.with(faults, world).dynamoDb();

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
  void refusalsCarryRequestIdsFromTheSeed() {
    assertThat(refusal()).isEqualTo(refusal());
  }

  private String refusal() {
    var client = Bench.with(Faults.NONE, world).dynamoDb();
    return catchThrowableOfType(
            RuntimeException.class,
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
    var client = Bench.with(faults, world).dynamoDb();

    assertThatThrownBy(() -> put(client, "op-1")).hasMessageContaining("Rate exceeded");

    assertThat(seen).hasSize(9);
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
