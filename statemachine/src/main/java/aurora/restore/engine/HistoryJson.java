package aurora.restore.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkPojo;

/**
 * A history as JSON, with the field names of GetExecutionHistory (Step Functions API Reference) and
 * ISO-8601 timestamps. Equal histories give equal text.
 */
public final class HistoryJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private HistoryJson() {}

  /** One event per line, in order. */
  public static String of(Execution execution) {
    var text = new StringBuilder();
    execution.history().forEach(event -> text.append(of(event)).append('\n'));
    return text.toString();
  }

  /**
   * Any model object of the SDK, by the SDK's own description of its fields; absent ones are left
   * out.
   */
  public static JsonNode of(SdkPojo pojo) {
    var object = NODES.objectNode();
    for (var field : pojo.sdkFields()) {
      var value = field.getValueOrDefault(pojo);
      boolean absent =
          value == null
              || (value instanceof List<?> list && list.isEmpty())
              || (value instanceof Map<?, ?> map && map.isEmpty());
      if (!absent) {
        object.set(field.locationName(), node(value));
      }
    }
    return object;
  }

  private static JsonNode node(Object value) {
    return switch (value) {
      case SdkPojo pojo -> of(pojo);
      case String text -> NODES.textNode(text);
      case Boolean flag -> NODES.booleanNode(flag);
      case Integer number -> NODES.numberNode(number);
      case Long number -> NODES.numberNode(number);
      case Instant instant -> NODES.textNode(Iso.text(instant));
      case List<?> list -> {
        var array = NODES.arrayNode();
        list.forEach(element -> array.add(node(element)));
        yield array;
      }
      case Map<?, ?> map -> {
        var object = NODES.objectNode();
        var sorted = new TreeMap<String, Object>();
        map.forEach((key, element) -> sorted.put(String.valueOf(key), element));
        sorted.forEach((key, element) -> object.set(key, node(element)));
        yield object;
      }
      // The type is open, so a default can't be done without; it refuses what no history holds.
      default -> throw new IllegalArgumentException("no JSON known for " + value.getClass());
    };
  }
}
