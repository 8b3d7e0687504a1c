package aurora.restore.simulation.dynamodb;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Operation;
import aurora.restore.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** A table {@code t} with the key {@code p}, {@code s} and the index {@code i} of {@code q}. */
final class Bed {
  static final String ACCOUNT = "111122223333";
  static final String REGION = "us-west-2";
  private static final Caller CALLER = new Caller(ACCOUNT, REGION, "RecordAudit");

  final VirtualTime time = new VirtualTime(Instant.parse("2026-11-23T00:00:00Z"), new Random(1));
  final SimulatedDynamoDb tables = new SimulatedDynamoDb(time, new Random(2));

  Bed() {
    tables
        .client(ACCOUNT, REGION)
        .createTable(
            table ->
                table
                    .tableName("t")
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(text("p"), text("s"), text("q"))
                    .keySchema(key("p", KeyType.HASH), key("s", KeyType.RANGE))
                    .globalSecondaryIndexes(
                        GlobalSecondaryIndex.builder()
                            .indexName("i")
                            .keySchema(key("q", KeyType.HASH), key("s", KeyType.RANGE))
                            .projection(it -> it.projectionType("ALL"))
                            .build()));
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

  static AttributeValue s(String text) {
    return AttributeValue.fromS(text);
  }

  static AttributeValue n(Object number) {
    return AttributeValue.fromN(number.toString());
  }

  /** An item of the key {@code p}, {@code s} with what else it has: name, value, name, value. */
  static Map<String, AttributeValue> item(String p, String s, Object... more) {
    var item = new HashMap<>(Map.of("p", s(p), "s", s(s)));
    for (var i = 0; i < more.length; i += 2) {
      item.put((String) more[i], (AttributeValue) more[i + 1]);
    }
    return item;
  }

  void put(Map<String, AttributeValue> item) {
    put(it -> it.item(item));
  }

  void put(Consumer<PutItemRequest.Builder> asked) {
    call("PutItem", PutItemRequest.builder().tableName("t").applyMutation(asked).build());
  }

  void update(Consumer<UpdateItemRequest.Builder> asked) {
    call(
        "UpdateItem",
        UpdateItemRequest.builder()
            .tableName("t")
            .key(item("a", "1"))
            .applyMutation(asked)
            .build());
  }

  void delete(String p, String s) {
    call("DeleteItem", DeleteItemRequest.builder().tableName("t").key(item(p, s)).build());
  }

  Map<String, AttributeValue> get(String p, String s) {
    return get(it -> it.key(item(p, s)).consistentRead(true));
  }

  Map<String, AttributeValue> get(Consumer<GetItemRequest.Builder> asked) {
    return ((GetItemResponse)
            call("GetItem", GetItemRequest.builder().tableName("t").applyMutation(asked).build()))
        .item();
  }

  QueryResponse query(Consumer<QueryRequest.Builder> asked) {
    return (QueryResponse)
        call(
            "Query",
            QueryRequest.builder()
                .tableName("t")
                .keyConditionExpression("p = :p")
                .expressionAttributeValues(Map.of(":p", s("a")))
                .applyMutation(asked)
                .build());
  }

  void transact(TransactWriteItem... items) {
    transact(null, items);
  }

  void transact(String token, TransactWriteItem... items) {
    call(
        "TransactWriteItems",
        TransactWriteItemsRequest.builder().clientRequestToken(token).transactItems(items).build());
  }

  static TransactWriteItem putting(Map<String, AttributeValue> item) {
    return TransactWriteItem.builder().put(it -> it.tableName("t").item(item)).build();
  }

  static TransactWriteItem puttingNew(Map<String, AttributeValue> item) {
    return TransactWriteItem.builder()
        .put(it -> it.tableName("t").item(item).conditionExpression("attribute_not_exists(p)"))
        .build();
  }

  List<Map<String, AttributeValue>> items() {
    return tables.items(ACCOUNT, REGION, "t");
  }

  void pass(Duration duration) {
    time.spend(duration);
  }

  /** The refusal of a call that is to be refused. */
  static AwsError refusal(ThrowingCallable call) {
    return catchThrowableOfType(AwsError.class, call);
  }

  @SuppressWarnings("unchecked") // the caller hands over the request that belongs to the operation
  private SdkPojo call(String operation, SdkPojo request) {
    var known = tables.service().operation(operation).orElseThrow();
    return ((Operation<SdkPojo, SdkPojo>) known.operation()).call(CALLER, request);
  }
}
