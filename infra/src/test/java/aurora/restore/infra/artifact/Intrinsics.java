package aurora.restore.infra.artifact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What CloudFormation makes of the functions in a template's values: of those that occur where this
 * is asked; any other is an error.
 *
 * @param references what {@code Ref} stands for, by logical id or pseudo parameter
 */
record Intrinsics(Map<String, String> references) {
  /**
   * @throws IllegalArgumentException naming what isn't known
   */
  String resolve(JsonNode value) {
    if (value.isTextual()) {
      return value.asText();
    }
    if (value.isObject() && value.size() == 1) {
      var function = value.properties().iterator().next();
      return switch (function.getKey()) {
        case "Ref" -> reference(function.getValue().asText());
        case "Fn::Join" -> join(function.getValue());
        case String other -> throw new IllegalArgumentException(other + " isn't known: " + value);
      };
    }
    throw new IllegalArgumentException("neither a text nor a function: " + value);
  }

  private String reference(String name) {
    var meant = references.get(name);
    if (meant == null) {
      throw new IllegalArgumentException("nothing is known that Ref " + name + " could mean");
    }
    return meant;
  }

  private String join(JsonNode arguments) {
    return StreamSupport.stream(arguments.get(1).spliterator(), false)
        .map(this::resolve)
        .collect(Collectors.joining(arguments.get(0).asText()));
  }
}
