package aurora.restore.simulation.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** Writes typed responses as JSON, guided by their own field descriptions. */
final class JsonWriter {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonWriter() {}

  static ObjectNode write(SdkPojo pojo) {
    var object = NODES.objectNode();
    for (var field : pojo.sdkFields()) {
      var value = field.getValueOrDefault(pojo);
      if (XmlBody.isSet(value)) {
        object.set(field.locationName(), node(field, value));
      }
    }
    return object;
  }

  private static JsonNode node(SdkField<?> field, Object value) {
    return switch (field.marshallingType().getKnownType()) {
      case LIST -> list(field.getRequiredTrait(ListTrait.class), (List<?>) value);
      case MAP -> map(field.getRequiredTrait(MapTrait.class), (Map<?, ?>) value);
      case SDK_POJO -> write((SdkPojo) value);
      case INTEGER, LONG, SHORT, BYTE -> NODES.numberNode(((Number) value).longValue());
      case FLOAT, DOUBLE, BIG_DECIMAL -> NODES.numberNode(new BigDecimal(value.toString()));
      case BOOLEAN -> NODES.booleanNode((Boolean) value);
      case INSTANT -> instant(field, (Instant) value);
      case STRING, SDK_BYTES -> text(field, value);
      case NULL, DOCUMENT ->
          throw new IllegalArgumentException(field.memberName() + " isn't written in JSON yet");
    };
  }

  /** A number, save where the field asks for a text. */
  private static JsonNode instant(SdkField<?> field, Instant value) {
    return switch (Scalars.format(field, Scalars.DefaultTime.UNIX_SECONDS)) {
      case UNIX_TIMESTAMP -> NODES.numberNode(Scalars.seconds(value));
      case UNIX_TIMESTAMP_MILLIS -> NODES.numberNode(value.toEpochMilli());
      case ISO_8601, RFC_822 -> text(field, value);
    };
  }

  private static JsonNode text(SdkField<?> field, Object value) {
    return NODES.textNode(Scalars.text(field, Scalars.DefaultTime.UNIX_SECONDS, value));
  }

  private static ArrayNode list(ListTrait trait, List<?> values) {
    var array = NODES.arrayNode();
    values.forEach(value -> array.add(node(trait.memberFieldInfo(), value)));
    return array;
  }

  private static ObjectNode map(MapTrait trait, Map<?, ?> values) {
    var object = NODES.objectNode();
    values.forEach((key, value) -> object.set(key.toString(), node(trait.valueFieldInfo(), value)));
    return object;
  }
}
