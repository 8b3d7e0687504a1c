package aurora.restore.emulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The same requests with other tables and other values.
 *
 * @param table what a table is called instead
 * @param value what an attribute is instead, by its name or its placeholder's
 */
record Variation(
    UnaryOperator<String> table, BiFunction<String, AttributeValue, AttributeValue> value) {
  DynamoDbRequest of(DynamoDbRequest request) {
    return switch (request) {
      case GetItemRequest get ->
          get.copy(it -> it.tableName(table.apply(get.tableName())).key(of(get.key())));
      case DeleteItemRequest delete ->
          delete.copy(it -> it.tableName(table.apply(delete.tableName())).key(of(delete.key())));
      case PutItemRequest put ->
          put.copy(
              it -> {
                it.tableName(table.apply(put.tableName())).item(of(put.item()));
                if (put.hasExpressionAttributeValues()) {
                  it.expressionAttributeValues(of(put.expressionAttributeValues()));
                }
              });
      case UpdateItemRequest update ->
          update.copy(
              it ->
                  it.tableName(table.apply(update.tableName()))
                      .key(of(update.key()))
                      .expressionAttributeValues(of(update.expressionAttributeValues())));
      case QueryRequest query ->
          query.copy(
              it ->
                  it.tableName(table.apply(query.tableName()))
                      .expressionAttributeValues(of(query.expressionAttributeValues())));
      case TransactWriteItemsRequest write ->
          write.copy(
              it ->
                  it.clientRequestToken(null)
                      .transactItems(write.transactItems().stream().map(this::of).toList()));
      case DynamoDbRequest other -> throw new IllegalArgumentException("not varied: " + other);
    };
  }

  private TransactWriteItem of(TransactWriteItem item) {
    var varied = TransactWriteItem.builder();
    if (item.put() != null) {
      var put = item.put();
      varied.put(put.copy(it -> it.tableName(table.apply(put.tableName())).item(of(put.item()))));
    }
    if (item.update() != null) {
      var update = item.update();
      varied.update(
          update.copy(
              it ->
                  it.tableName(table.apply(update.tableName()))
                      .key(of(update.key()))
                      .expressionAttributeValues(of(update.expressionAttributeValues()))));
    }
    return varied.build();
  }

  private Map<String, AttributeValue> of(Map<String, AttributeValue> values) {
    var varied = new LinkedHashMap<String, AttributeValue>();
    new TreeMap<>(values)
        .forEach((name, given) -> varied.put(name, value.apply(plain(name), given)));
    return varied;
  }

  /** The values that requests have for each attribute, each as often as it is had. */
  static Map<String, List<AttributeValue>> pools(List<DynamoDbRequest> requests) {
    var pools = new TreeMap<String, List<AttributeValue>>();
    var noting =
        new Variation(
            UnaryOperator.identity(),
            (name, value) -> {
              pools.computeIfAbsent(name, it -> new ArrayList<>()).add(value);
              return value;
            });
    requests.forEach(noting::of);
    return pools;
  }

  private static String plain(String name) {
    return name.startsWith(":") ? name.substring(1) : name;
  }
}
