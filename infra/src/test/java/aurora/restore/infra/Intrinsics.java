package aurora.restore.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Fills in what a template leaves to CloudFormation.
 *
 * @param named what a name stands for: {@code AWS::Region}, a resource's logical id, or that with
 *     an attribute, e.g. {@code StateTable.Arn}
 */
public record Intrinsics(UnaryOperator<String> named) {
  /**
   * The same with texts alone.
   *
   * @throws IllegalArgumentException naming a function that isn't known
   */
  public JsonNode filledIn(JsonNode node) {
    if (node.isArray()) {
      var filled = JsonNodeFactory.instance.arrayNode();
      node.forEach(item -> filled.add(filledIn(item)));
      return filled;
    }
    if (!node.isObject()) {
      return node;
    }
    if (node.size() == 1) {
      var only = node.properties().iterator().next();
      if (only.getKey().equals("Ref") || only.getKey().startsWith("Fn::")) {
        return JsonNodeFactory.instance.textNode(value(only.getKey(), only.getValue()));
      }
    }
    var filled = JsonNodeFactory.instance.objectNode();
    node.properties().forEach(entry -> filled.set(entry.getKey(), filledIn(entry.getValue())));
    return filled;
  }

  public String text(JsonNode node) {
    var filled = filledIn(node);
    if (!filled.isValueNode()) {
      throw new IllegalArgumentException("no text: " + node);
    }
    return filled.asText();
  }

  private String value(String function, JsonNode argument) {
    return switch (function) {
      case "Ref" -> named.apply(argument.asText());
      case "Fn::GetAtt" -> named.apply(argument.get(0).asText() + "." + argument.get(1).asText());
      case "Fn::Join" ->
          StreamSupport.stream(argument.get(1).spliterator(), false)
              .map(this::text)
              .collect(Collectors.joining(argument.get(0).asText()));
      case String other ->
          throw new IllegalArgumentException("no intrinsic function is known as " + other);
    };
  }
}
