package aurora.restore.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** One object of a definition, read strictly: every complaint names the place. */
final class DefinitionObject {
  private final String path;
  private final ObjectNode source;

  private DefinitionObject(String path, ObjectNode source) {
    this.path = path;
    this.source = source;
  }

  /** Refuses what is no object, and any field but the known ones. */
  static DefinitionObject of(String path, JsonNode node, List<String> known) {
    var fields = new DefinitionObject(path, object(path, node));
    fields
        .source
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                throw new AslException(
                    fields.at(name), "unknown field" + NearestName.hint(name, known));
              }
            });
    return fields;
  }

  static ObjectNode object(String path, JsonNode node) {
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw new AslException(path, "must be an object, not " + kind(node));
  }

  ObjectNode source() {
    return source;
  }

  String at(String field) {
    return path.isEmpty() ? field : path + "." + field;
  }

  AslException wrong(String field, String problem) {
    return new AslException(at(field), problem);
  }

  boolean has(String field) {
    return source.has(field);
  }

  /** Any JSON; null where the field is absent. */
  JsonNode json(String field) {
    return source.get(field);
  }

  String text(String field) {
    var node = source.get(field);
    if (node == null) {
      return null;
    }
    if (!node.isTextual()) {
      throw wrong(field, "must be a string, not " + kind(node));
    }
    return node.textValue();
  }

  String requiredText(String field) {
    require(field);
    return text(field);
  }

  void require(String field) {
    if (!has(field)) {
      throw wrong(field, "is missing");
    }
  }

  ObjectNode objectOrNull(String field) {
    return has(field) ? object(at(field), source.get(field)) : null;
  }

  boolean flag(String field) {
    var node = source.get(field);
    if (node == null) {
      return false;
    }
    if (!node.isBoolean()) {
      throw wrong(field, "must be true or false, not " + kind(node));
    }
    return node.booleanValue();
  }

  /** A whole number; null where the field is absent. */
  Long whole(String field, long least, long most) {
    var node = source.get(field);
    if (node == null) {
      return null;
    }
    refuseExpression(field, node);
    if (!node.isIntegralNumber() || node.longValue() < least || node.longValue() > most) {
      throw wrong(field, "must be a whole number from " + least + " to " + most + ", not " + node);
    }
    return node.longValue();
  }

  /** A number; null where the field is absent. */
  Double number(String field) {
    var node = source.get(field);
    if (node == null) {
      return null;
    }
    refuseExpression(field, node);
    if (!node.isNumber()) {
      throw wrong(field, "must be a number, not " + kind(node));
    }
    return node.doubleValue();
  }

  /** A whole number or an expression; null where the field is absent. */
  JsonNode wholeOrExpression(String field, long least, long most) {
    var node = source.get(field);
    if (node == null || Expression.isExpression(node)) {
      return node;
    }
    whole(field, least, most);
    return node;
  }

  private void refuseExpression(String field, JsonNode node) {
    if (Expression.isExpression(node)) {
      throw wrong(field, "takes a literal only: Step Functions evaluates no JSONata here");
    }
  }

  List<String> texts(String field) {
    return list(field, Element::text, true);
  }

  /** Every element of an array, read with its own place; empty where the field is absent. */
  <T> List<T> each(String field, Function<Element, T> reader) {
    return list(field, reader, false);
  }

  private <T> List<T> list(String field, Function<Element, T> reader, boolean required) {
    if (required) {
      require(field);
    }
    var node = source.get(field);
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof ArrayNode array)) {
      throw wrong(field, "must be an array, not " + kind(node));
    }
    if (array.isEmpty()) {
      throw wrong(field, "must not be empty");
    }
    var read = new ArrayList<T>();
    for (int i = 0; i < array.size(); i++) {
      read.add(reader.apply(new Element(at(field) + "[" + i + "]", array.get(i))));
    }
    return List.copyOf(read);
  }

  /** An element of an array and its place. */
  record Element(String path, JsonNode node) {
    String text() {
      if (!node.isTextual()) {
        throw new AslException(path, "must be a string, not " + kind(node));
      }
      return node.textValue();
    }
  }

  private static String kind(JsonNode node) {
    return node == null ? "nothing" : node.getNodeType().name().toLowerCase(Locale.ROOT);
  }
}
