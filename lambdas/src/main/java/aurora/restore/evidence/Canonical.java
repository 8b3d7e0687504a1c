package aurora.restore.evidence;

import aurora.restore.json.JsonText;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * One text for one JSON value, however it was written: members sorted by name at every depth, no
 * blanks, numbers in plain decimal notation without zeros that say nothing. DynamoDB keeps neither
 * the order of members nor how a number was written.
 */
final class Canonical {
  private Canonical() {}

  static String text(JsonNode value) {
    var text = new StringBuilder();
    write(value, text);
    return text.toString();
  }

  private static void write(JsonNode value, StringBuilder text) {
    switch (value.getNodeType()) {
      case OBJECT -> object(value, text);
      case ARRAY -> array(value, text);
      case STRING -> text.append(JsonText.of(value));
      case NUMBER -> text.append(value.decimalValue().stripTrailingZeros().toPlainString());
      case BOOLEAN -> text.append(value.booleanValue());
      case NULL, MISSING -> text.append("null");
      case BINARY, POJO -> throw new IllegalArgumentException("not JSON: " + value.getNodeType());
    }
  }

  private static void object(JsonNode value, StringBuilder text) {
    var members = new TreeMap<String, JsonNode>();
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      members.put(member.getKey(), member.getValue());
    }
    var between = "{";
    for (var member : members.entrySet()) {
      text.append(between).append(JsonText.of(TextNode.valueOf(member.getKey()))).append(':');
      write(member.getValue(), text);
      between = ",";
    }
    text.append(members.isEmpty() ? "{}" : "}");
  }

  private static void array(JsonNode value, StringBuilder text) {
    var between = "[";
    for (var item : value) {
      text.append(between);
      write(item, text);
      between = ",";
    }
    text.append(value.isEmpty() ? "[]" : "]");
  }
}
