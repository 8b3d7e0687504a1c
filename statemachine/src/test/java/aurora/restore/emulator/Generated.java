package aurora.restore.emulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue.Type;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Requests about a few items of the audit table, with whatever expressions there can be. */
final class Generated {
  private static final List<String> PATHS =
      List.of("a", "b", "c", "m.x", "m.y", "l[0]", "l[1]", "lacking", "#n");

  /** Of which type what stands at a path is, where each is of one type: text elsewhere. */
  private static final Map<String, Type> TYPES =
      Map.of(
          "b", Type.N,
          "c", Type.BOOL,
          "m.y", Type.N);

  private static final int MOST_DEPTH = 2;

  private final String table;
  private final Random random;
  private final boolean isMixed;

  /** What an expression has come to speak of. */
  private final Map<String, AttributeValue> values = new TreeMap<>();

  private final Map<String, String> names = new TreeMap<>();

  /**
   * @param isMixed whether an attribute is now of one type and now of another
   */
  Generated(String table, Random random, boolean isMixed) {
    this.table = table;
    this.random = random;
    this.isMixed = isMixed;
  }

  DynamoDbRequest next() {
    values.clear();
    names.clear();
    return switch (random.nextInt(8)) {
      case 0, 1 -> put();
      case 2, 3 -> update();
      case 4 -> delete();
      case 5 -> get();
      case 6 -> query();
      default -> transaction();
    };
  }

  private DynamoDbRequest put() {
    var condition = random.nextBoolean() ? condition(0) : null;
    return PutItemRequest.builder()
        .tableName(table)
        .item(item())
        .conditionExpression(condition)
        .expressionAttributeNames(orNull(names))
        .expressionAttributeValues(orNull(values))
        .returnValuesOnConditionCheckFailure(summary())
        .build();
  }

  private DynamoDbRequest update() {
    var update = changes();
    var condition = random.nextBoolean() ? condition(0) : null;
    return UpdateItemRequest.builder()
        .tableName(table)
        .key(key())
        .updateExpression(update)
        .conditionExpression(condition)
        .expressionAttributeNames(orNull(names))
        .expressionAttributeValues(orNull(values))
        .returnValuesOnConditionCheckFailure(summary())
        .build();
  }

  private DynamoDbRequest delete() {
    var condition = random.nextBoolean() ? condition(0) : null;
    return DeleteItemRequest.builder()
        .tableName(table)
        .key(key())
        .conditionExpression(condition)
        .expressionAttributeNames(orNull(names))
        .expressionAttributeValues(orNull(values))
        .returnValuesOnConditionCheckFailure(summary())
        .build();
  }

  private DynamoDbRequest get() {
    return GetItemRequest.builder()
        .tableName(table)
        .key(key())
        .consistentRead(true)
        .projectionExpression(random.nextBoolean() ? "a, operation_id, l" : null)
        .build();
  }

  private DynamoDbRequest query() {
    var range =
        switch (random.nextInt(4)) {
          case 0 -> " AND entry " + pick("<", "<=", ">", ">=", "=") + " " + value(text(entry()));
          case 1 -> " AND begins_with(entry, " + value(text(entry())) + ")";
          default -> "";
        };
    var condition = "operation_id = " + value(text(operation())) + range;
    var filter = random.nextBoolean() ? condition(0) : null;
    return QueryRequest.builder()
        .tableName(table)
        .consistentRead(true)
        .keyConditionExpression(condition)
        .filterExpression(filter)
        .expressionAttributeNames(orNull(names))
        .expressionAttributeValues(orNull(values))
        .scanIndexForward(random.nextBoolean())
        .limit(pick("", "1", "2").transform(it -> it.isEmpty() ? null : Integer.valueOf(it)))
        .build();
  }

  private DynamoDbRequest transaction() {
    var keys = new ArrayList<List<String>>();
    for (var operation : List.of("one", "two")) {
      for (var entry : List.of("1", "2", "3")) {
        keys.add(List.of(operation, entry));
      }
    }
    Collections.shuffle(keys, random);
    var items =
        IntStream.rangeClosed(1, 1 + random.nextInt(3))
            .mapToObj(i -> part(keys.get(i).get(0), keys.get(i).get(1)))
            .toList();
    return TransactWriteItemsRequest.builder().transactItems(items).build();
  }

  private TransactWriteItem part(String operation, String entry) {
    values.clear();
    names.clear();
    var key = Map.of("operation_id", text(operation), "entry", text(entry));
    var part = TransactWriteItem.builder();
    return switch (random.nextInt(4)) {
      case 0 -> {
        var item = item();
        item.putAll(key);
        var condition = random.nextBoolean() ? condition(0) : null;
        yield part.put(
                it ->
                    it.tableName(table)
                        .item(item)
                        .conditionExpression(condition)
                        .expressionAttributeNames(orNull(names))
                        .expressionAttributeValues(orNull(values))
                        .returnValuesOnConditionCheckFailure(summary()))
            .build();
      }
      case 1 -> {
        var update = changes();
        yield part.update(
                it ->
                    it.tableName(table)
                        .key(key)
                        .updateExpression(update)
                        .expressionAttributeNames(orNull(names))
                        .expressionAttributeValues(orNull(values)))
            .build();
      }
      case 2 -> part.delete(it -> it.tableName(table).key(key)).build();
      default -> {
        var condition = condition(0);
        yield part.conditionCheck(
                it ->
                    it.tableName(table)
                        .key(key)
                        .conditionExpression(condition)
                        .expressionAttributeNames(orNull(names))
                        .expressionAttributeValues(orNull(values))
                        .returnValuesOnConditionCheckFailure(summary()))
            .build();
      }
    };
  }

  private Map<String, AttributeValue> item() {
    var item = key();
    for (var name : List.of("a", "b", "c", "name")) {
      if (random.nextBoolean()) {
        item.put(name, scalar(name));
      }
    }
    if (random.nextBoolean()) {
      item.put("m", AttributeValue.fromM(Map.of("x", scalar("m.x"), "y", scalar("m.y"))));
    }
    if (random.nextBoolean()) {
      item.put("l", AttributeValue.fromL(List.of(scalar("l[0]"), scalar("l[1]"))));
    }
    return item;
  }

  private Map<String, AttributeValue> key() {
    var key = new TreeMap<String, AttributeValue>();
    key.put("operation_id", text(operation()));
    key.put("entry", text(entry()));
    return key;
  }

  private String condition(int depth) {
    var path = path();
    return switch (random.nextInt(depth < MOST_DEPTH ? 12 : 8)) {
      case 0 -> "attribute_exists(" + path + ")";
      case 1 -> "attribute_not_exists(" + path + ")";
      case 2 -> "attribute_type(" + path + ", " + value(text(pick("S", "N", "L", "NULL"))) + ")";
      case 3 -> "begins_with(" + path + ", " + value(text(pick("a", "ab", ""))) + ")";
      case 4 -> path + " IN (" + value(scalar(path)) + ", " + value(scalar(path)) + ")";
      case 5 -> between(path);
      case 6 -> "contains(" + path + ", " + value(scalar(path)) + ")";
      case 7 -> path + " " + pick("=", "<>", "<", "<=", ">", ">=") + " " + value(scalar(path));
      case 8 -> "(" + condition(depth + 1) + ") AND (" + condition(depth + 1) + ")";
      case 9 -> condition(depth + 1) + " OR " + condition(depth + 1);
      case 10 -> "NOT " + condition(depth + 1);
      default -> "size(" + path + ") " + pick("=", ">", "<=") + " " + value(number("2"));
    };
  }

  private String between(String path) {
    return TYPES.get(path) == Type.N
        ? path + " BETWEEN " + value(number("0")) + " AND " + value(number("2"))
        : path + " BETWEEN " + value(text("a")) + " AND " + value(text("b"));
  }

  private String changes() {
    var set = "SET " + assignment(pick("a", "b", "c"));
    return switch (random.nextInt(7)) {
      case 0 -> "REMOVE " + path();
      case 1 -> set + " REMOVE " + path();
      case 2 -> "SET " + assignment(path());
      case 3 -> set + ", " + assignment(path());
      case 4 ->
          "SET l = list_append(l, " + value(AttributeValue.fromL(List.of(scalar("l[0]")))) + ")";
      case 5 -> "SET b = b " + pick("+", "-") + " " + value(number("1"));
      default -> set;
    };
  }

  private String assignment(String path) {
    return switch (random.nextInt(4)) {
      case 0 -> path + " = " + (isMixed ? path() : path);
      case 1 -> path + " = if_not_exists(" + path + ", " + value(scalar(path)) + ")";
      default -> path + " = " + value(scalar(path));
    };
  }

  private String path() {
    var path = PATHS.get(random.nextInt(PATHS.size()));
    if (path.equals("#n")) {
      names.put("#n", "name");
    }
    return path;
  }

  private String value(AttributeValue value) {
    var placeholder = ":v" + values.size();
    values.put(placeholder, value);
    return placeholder;
  }

  private AttributeValue scalar(String path) {
    var type = isMixed ? anyType() : TYPES.getOrDefault(path, Type.S);
    return switch (type) {
      case BOOL -> AttributeValue.fromBool(random.nextBoolean());
      case NUL -> AttributeValue.fromNul(true);
      case N -> number(pick("0", "1", "2.50", "-3", "1E2"));
      default -> text(pick("", "a", "ab", "b", "ü"));
    };
  }

  private Type anyType() {
    var types = List.of(Type.BOOL, Type.NUL, Type.N, Type.N, Type.S, Type.S);
    return types.get(random.nextInt(types.size()));
  }

  private String operation() {
    return pick("one", "two");
  }

  private String entry() {
    return pick("1", "2", "3");
  }

  private ReturnValuesOnConditionCheckFailure summary() {
    return random.nextBoolean() ? ReturnValuesOnConditionCheckFailure.ALL_OLD : null;
  }

  private String pick(String... texts) {
    return texts[random.nextInt(texts.length)];
  }

  private static AttributeValue text(String text) {
    return AttributeValue.fromS(text);
  }

  private static AttributeValue number(String number) {
    return AttributeValue.fromN(number);
  }

  private static <T> Map<String, T> orNull(Map<String, T> map) {
    return map.isEmpty() ? null : new TreeMap<>(map);
  }
}
