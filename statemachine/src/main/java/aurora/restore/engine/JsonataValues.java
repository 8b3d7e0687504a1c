package aurora.restore.engine;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Carries JSON into the JSONata library and back. */
final class JsonataValues {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Beyond this, a double no longer names one whole number. */
  private static final double MOST_EXACT = 9_007_199_254_740_992.0;

  private JsonataValues() {}

  /** The library takes null for "undefined", and a value of its own for JSON's null. */
  static Object toLibrary(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> {
        var map = new LinkedHashMap<String, Object>();
        node.properties().forEach(entry -> map.put(entry.getKey(), toLibrary(entry.getValue())));
        yield map;
      }
      case ARRAY -> {
        var list = new ArrayList<Object>();
        node.forEach(element -> list.add(toLibrary(element)));
        yield list;
      }
      case STRING -> node.textValue();
      case BOOLEAN -> node.booleanValue();
      case NUMBER ->
          node.isIntegralNumber() && node.canConvertToLong()
              ? (Object) node.longValue()
              : (Object) node.doubleValue();
      case NULL -> Jsonata.NULL_VALUE;
      case BINARY, MISSING, POJO ->
          throw new IllegalArgumentException("is no JSON: " + node.getNodeType());
    };
  }

  /**
   * @throws IllegalArgumentException for what has no form in JSON, such as a function
   */
  static JsonNode fromLibrary(Object value) {
    if (value == Jsonata.NULL_VALUE) {
      return NODES.nullNode();
    }
    return switch (value) {
      case String text -> NODES.textNode(text);
      case Boolean flag -> NODES.booleanNode(flag);
      case Number number -> number(number);
      case List<?> list -> array(list);
      case Map<?, ?> map -> object(map);
      case null, default ->
          throw new IllegalArgumentException(
              "came to something that JSON has no form for, such as a function");
    };
  }

  private static JsonNode number(Number number) {
    double value = number.doubleValue();
    boolean whole = number instanceof Long || value == Math.rint(value);
    if (!whole || (!(number instanceof Long) && Math.abs(value) >= MOST_EXACT)) {
      return NODES.numberNode(value);
    }
    // As narrow as a parser would make it, or equal numbers would be unequal nodes.
    long exact = number.longValue();
    return exact == (int) exact ? NODES.numberNode((int) exact) : NODES.numberNode(exact);
  }

  private static ArrayNode array(List<?> list) {
    var array = NODES.arrayNode();
    list.forEach(element -> array.add(fromLibrary(element)));
    return array;
  }

  private static ObjectNode object(Map<?, ?> map) {
    var object = NODES.objectNode();
    map.forEach((key, value) -> object.set(String.valueOf(key), fromLibrary(value)));
    return object;
  }
}
