package aurora.restore.simulation.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;

/** Single values as the query protocols write them: all are text, and the model says what of. */
final class Wireform {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Wireform() {}

  /** The value of the type that the model says; the text itself where it is none such. */
  static JsonNode scalar(Shape shape, String text) {
    return switch (shape.type()) {
      case "integer", "long" ->
          text.matches("-?[0-9]+") ? NODES.numberNode(new BigInteger(text)) : NODES.textNode(text);
      case "float", "double" ->
          text.matches("-?[0-9]+(\\.[0-9]+)?([eE]-?[0-9]+)?")
              ? NODES.numberNode(Double.parseDouble(text))
              : NODES.textNode(text);
      case "boolean" ->
          text.equals("true") || text.equals("false")
              ? NODES.booleanNode(text.equals("true"))
              : NODES.textNode(text);
      default -> NODES.textNode(text);
    };
  }

  static boolean isInstant(String text) {
    try {
      DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false; // the caller says what was expected
    }
  }
}
