package aurora.restore.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Trees as records. Members are the components, in snake_case unless a component says otherwise;
 * null is left out; instants are ISO 8601 texts. Members that a record doesn't know are passed
 * over, since an execution that began before a deployment goes on after it; components that a tree
 * lacks are null, zero or false. Of a sealed interface it is the record whose first component the
 * tree has.
 */
public final class Records {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Records() {}

  /** Has a record's shape at hand, and those of the records in it, before there is one to read. */
  public static void learn(Class<?> type) {
    if (isChoice(type)) {
      for (var record : type.getPermittedSubclasses()) {
        learn(record);
      }
    }
    if (type.isRecord() && !Shape.isKnown(type)) {
      var shape = Shape.of(type);
      for (int i = 0; i < shape.size(); i++) {
        if (shape.type(i) instanceof ParameterizedType generic) {
          for (var argument : generic.getActualTypeArguments()) {
            if (argument instanceof Class<?> item) {
              learn(item);
            }
          }
        } else {
          learn((Class<?>) shape.type(i));
        }
      }
    }
  }

  /**
   * @throws IllegalArgumentException where the tree has something else at a place than the record
   */
  public static <T> T read(JsonNode tree, Class<T> type) {
    return type.cast(value(tree, type));
  }

  private static Object value(JsonNode node, Type type) {
    return type instanceof ParameterizedType generic
        ? collection(node, generic)
        : value(node, (Class<?>) type);
  }

  private static Object collection(JsonNode node, ParameterizedType type) {
    if (isNull(node)) {
      return null;
    }
    var arguments = type.getActualTypeArguments();
    if (type.getRawType() == List.class && node.isArray()) {
      var items = new ArrayList<>();
      for (var item : node) {
        items.add(value(item, arguments[0]));
      }
      return items;
    }
    if (type.getRawType() == Map.class && node.isObject()) {
      var members = new LinkedHashMap<String, Object>();
      for (var member : node.properties()) {
        members.put(member.getKey(), value(member.getValue(), arguments[1]));
      }
      return members;
    }
    throw unfit(node, type);
  }

  private static Object value(JsonNode node, Class<?> type) {
    if (isNull(node)) {
      return nothing(type);
    }
    if (type == String.class && node.isValueNode()) {
      return node.asText();
    }
    if (type == int.class || type == Integer.class) {
      return number(node, type).intValue();
    }
    if (type == long.class || type == Long.class) {
      return number(node, type).longValue();
    }
    if (type == double.class || type == Double.class) {
      return number(node, type).doubleValue();
    }
    if (type == BigDecimal.class && node.isNumber()) {
      return node.decimalValue();
    }
    if ((type == boolean.class || type == Boolean.class) && node.isBoolean()) {
      return node.booleanValue();
    }
    if (type == Instant.class && node.isTextual()) {
      return Instant.parse(node.textValue());
    }
    if (type == JsonNode.class) {
      return node;
    }
    if (type.isEnum() && node.isTextual()) {
      return constant(node, type);
    }
    if (type.isRecord() && node.isObject()) {
      return record(node, Shape.of(type));
    }
    if (isChoice(type) && node.isObject()) {
      return record(node, choice(node, type));
    }
    throw unfit(node, type);
  }

  private static boolean isChoice(Class<?> type) {
    return type.isInterface() && type.isSealed();
  }

  private static Shape choice(JsonNode node, Class<?> type) {
    for (var record : type.getPermittedSubclasses()) {
      var shape = Shape.of(record);
      if (!isNull(shape.member(node, 0))) {
        return shape;
      }
    }
    throw unfit(node, type);
  }

  private static Object record(JsonNode node, Shape shape) {
    var values = new Object[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(shape.member(node, i), shape.type(i));
    }
    return shape.make(values);
  }

  private static boolean isNull(JsonNode node) {
    return node == null || node.isNull() || node.isMissingNode();
  }

  /** What a component is that the tree lacks. */
  private static Object nothing(Class<?> type) {
    if (type == int.class) {
      return 0;
    }
    if (type == long.class) {
      return 0L;
    }
    if (type == double.class) {
      return 0.0;
    }
    return type == boolean.class ? false : null;
  }

  private static Number number(JsonNode node, Class<?> type) {
    if (!node.isNumber()) {
      throw unfit(node, type);
    }
    return node.numberValue();
  }

  private static Object constant(JsonNode node, Class<?> type) {
    for (var constant : type.getEnumConstants()) {
      if (word((Enum<?>) constant).equals(node.textValue())) {
        return constant;
      }
    }
    throw unfit(node, type);
  }

  private static String word(Enum<?> constant) {
    return constant instanceof Labelled labelled ? labelled.label() : constant.name();
  }

  private static IllegalArgumentException unfit(JsonNode node, Type type) {
    return new IllegalArgumentException(
        "a " + node.getNodeType() + " is no " + type.getTypeName() + ": " + JsonText.of(node));
  }

  /** A record, or whatever a record may have in it, as a tree. */
  public static JsonNode tree(Object value) {
    // Not a switch: the JVM would make a class for it at every start.
    if (value == null) {
      return NODES.nullNode();
    } else if (value instanceof String text) {
      return NODES.textNode(text);
    } else if (value instanceof Integer number) {
      return NODES.numberNode(number);
    } else if (value instanceof Long number) {
      return NODES.numberNode(number);
    } else if (value instanceof Double number) {
      return NODES.numberNode(number);
    } else if (value instanceof BigDecimal number) {
      return NODES.numberNode(number);
    } else if (value instanceof Boolean truth) {
      return NODES.booleanNode(truth);
    } else if (value instanceof Instant instant) {
      return NODES.textNode(instant.toString());
    } else if (value instanceof JsonNode node) {
      return node;
    } else if (value instanceof Enum<?> constant) {
      return NODES.textNode(word(constant));
    } else if (value instanceof Collection<?> items) {
      return array(items);
    } else if (value instanceof Map<?, ?> members) {
      return object(members);
    } else if (value instanceof Record record) {
      return object(Shape.of(record.getClass()).members(record));
    }
    throw new IllegalArgumentException("no JSON for a " + value.getClass().getName());
  }

  private static JsonNode array(Collection<?> items) {
    var array = NODES.arrayNode();
    for (var item : items) {
      array.add(tree(item));
    }
    return array;
  }

  private static JsonNode object(Map<?, ?> members) {
    var object = NODES.objectNode();
    for (var member : members.entrySet()) {
      var name = member.getKey() instanceof Enum<?> key ? word(key) : member.getKey().toString();
      object.set(name, tree(member.getValue()));
    }
    return object;
  }
}
