package aurora.restore.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * Writes a definition so that a state fits on half a screen: what fits on a line stands on one, and
 * short members of an object share lines. The machine and its states have a line for each member.
 */
public final class DefinitionFormat {
  public static final int COLUMNS = 120;

  private final StringBuilder text = new StringBuilder();

  private DefinitionFormat() {}

  public static String of(JsonNode definition) {
    var format = new DefinitionFormat();
    format.write(definition, 0, 0);
    return format.text.append('\n').toString();
  }

  /**
   * @param depth how many objects and arrays hold it
   * @param after how many characters follow on its line
   */
  private void write(JsonNode value, int depth, int after) {
    var line = line(value);
    var fits = column() + line.length() + after <= COLUMNS;
    if (!value.isContainerNode() || (fits && !isReadByMember(value, depth))) {
      text.append(line);
    } else if (value.isObject()) {
      writeObject(value, depth);
    } else {
      writeArray(value, depth);
    }
  }

  private void writeObject(JsonNode object, int depth) {
    text.append('{');
    var members = List.copyOf(new ArrayList<>(object.properties()));
    for (int i = 0; i < members.size(); i++) {
      var isLast = i == members.size() - 1;
      begin(named(members.get(i)), depth, !isReadByMember(object, depth) && isPlain(members, i));
      text.append(quoted(members.get(i).getKey())).append(": ");
      write(members.get(i).getValue(), depth + 1, isLast ? 0 : 1);
      text.append(isLast ? "" : ",");
    }
    newLine(depth);
    text.append('}');
  }

  private void writeArray(JsonNode array, int depth) {
    text.append('[');
    var items = StreamSupport.stream(array.spliterator(), false).toList();
    for (int i = 0; i < items.size(); i++) {
      var isLast = i == items.size() - 1;
      begin(line(items.get(i)), depth, i > 0 && !items.get(i).isContainerNode());
      write(items.get(i), depth + 1, isLast ? 0 : 1);
      text.append(isLast ? "" : ",");
    }
    newLine(depth);
    text.append(']');
  }

  /** Goes on in the line where the next piece may and does fit there. */
  private void begin(String next, int depth, boolean mayGoOn) {
    if (mayGoOn && column() + 1 + next.length() + 1 <= COLUMNS) {
      text.append(' ');
    } else {
      newLine(depth + 1);
    }
  }

  /** A machine, the states of one, and a state: also those within a Map. */
  private static boolean isReadByMember(JsonNode value, int depth) {
    return depth < 2 || value.has("States") || value.has("Type");
  }

  /** Whether a member and the one before it are plain values: such may share a line. */
  private static boolean isPlain(List<Map.Entry<String, JsonNode>> members, int i) {
    return i > 0
        && !members.get(i).getValue().isContainerNode()
        && !members.get(i - 1).getValue().isContainerNode();
  }

  private void newLine(int depth) {
    text.append('\n').append("  ".repeat(depth));
  }

  private int column() {
    return text.length() - (text.lastIndexOf("\n") + 1);
  }

  private static String line(JsonNode value) {
    if (value.isObject()) {
      var members = value.properties().stream().map(DefinitionFormat::named).toList();
      return members.isEmpty() ? "{}" : "{ " + String.join(", ", members) + " }";
    }
    if (value.isArray()) {
      var items =
          StreamSupport.stream(value.spliterator(), false).map(DefinitionFormat::line).toList();
      return "[" + String.join(", ", items) + "]";
    }
    return value.toString();
  }

  private static String named(Map.Entry<String, JsonNode> member) {
    return quoted(member.getKey()) + ": " + line(member.getValue());
  }

  private static String quoted(String name) {
    return TextNode.valueOf(name).toString();
  }
}
