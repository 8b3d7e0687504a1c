package aurora.restore.audit;

import aurora.restore.json.Records;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** JSON as DynamoDB holds it: maps stay maps, so that a row can be read in the console. */
public final class Attributes {
  /** Milliseconds always, so that texts sort as the times do. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private Attributes() {}

  public static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  public static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  public static AttributeValue time(Instant instant) {
    return AttributeValue.fromS(TIME.format(instant));
  }

  /** Any record, as its JSON. */
  public static AttributeValue of(Object value) {
    return of(Records.tree(value));
  }

  private static AttributeValue of(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> {
        var members = new LinkedHashMap<String, AttributeValue>();
        node.properties().forEach(member -> members.put(member.getKey(), of(member.getValue())));
        yield AttributeValue.fromM(members);
      }
      case ARRAY ->
          AttributeValue.fromL(
              StreamSupport.stream(node.spliterator(), false).map(Attributes::of).toList());
      case STRING -> AttributeValue.fromS(node.textValue());
      case NUMBER -> AttributeValue.fromN(node.asText());
      case BOOLEAN -> AttributeValue.fromBool(node.booleanValue());
      case NULL, MISSING -> AttributeValue.fromNul(true);
      case BINARY, POJO -> throw new IllegalArgumentException("not JSON: " + node.getNodeType());
    };
  }

  /** A row as JSON. */
  public static JsonNode json(Map<String, AttributeValue> row) {
    var json = JsonNodeFactory.instance.objectNode();
    row.keySet().stream().sorted().forEach(name -> json.set(name, json(row.get(name))));
    return json;
  }

  private static JsonNode json(AttributeValue value) {
    var nodes = JsonNodeFactory.instance;
    return switch (value.type()) {
      case M -> json(value.m());
      case L -> {
        var items = nodes.arrayNode();
        value.l().forEach(item -> items.add(json(item)));
        yield items;
      }
      case S -> nodes.textNode(value.s());
      case N -> nodes.numberNode(new java.math.BigDecimal(value.n()));
      case BOOL -> nodes.booleanNode(value.bool());
      case NUL -> nodes.nullNode();
      case SS, NS, B, BS, UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalArgumentException("no row holds a " + value.type());
    };
  }
}
