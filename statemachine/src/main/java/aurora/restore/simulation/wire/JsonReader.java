package aurora.restore.simulation.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** Fills typed requests from JSON, guided by the request's own field descriptions. */
final class JsonReader {
  private final String request;

  /**
   * @param request what errors are about, e.g. {@code DescribeKey}
   */
  JsonReader(String request) {
    this.request = request;
  }

  /**
   * @param path where the object stands in the request; empty for the request itself
   */
  void fill(SdkPojo builder, JsonNode object, String path) {
    var fields = new LinkedHashMap<String, SdkField<?>>();
    builder.sdkFields().forEach(field -> fields.put(field.locationName(), field));
    for (var member : object.properties()) {
      var name = path + member.getKey();
      var field = fields.get(member.getKey());
      if (field == null) {
        throw new UnknownParameter(request, name);
      }
      if (!member.getValue().isNull()) {
        field.set(builder, value(field, member.getValue(), name));
      }
    }
  }

  private Object value(SdkField<?> field, JsonNode node, String name) {
    return switch (field.marshallingType().getKnownType()) {
      case LIST -> list(field.getRequiredTrait(ListTrait.class), node, name);
      case MAP -> map(field.getRequiredTrait(MapTrait.class), node, name);
      case SDK_POJO -> structure(field, node, name);
      case STRING, INTEGER, LONG, SHORT, BYTE, FLOAT, DOUBLE -> scalar(field, node, name);
      case BIG_DECIMAL, BOOLEAN, INSTANT, SDK_BYTES -> scalar(field, node, name);
      case NULL, DOCUMENT -> throw new UnknownParameter(request, name);
    };
  }

  private static Object scalar(SdkField<?> field, JsonNode node, String name) {
    if (!node.isValueNode()) {
      throw new UnreadableCall(name + " should be one value: " + node);
    }
    return Scalars.parse(field, Scalars.DefaultTime.UNIX_SECONDS, node.asText(), name);
  }

  private Object structure(SdkField<?> field, JsonNode node, String name) {
    if (!node.isObject()) {
      throw new UnreadableCall(name + " should be an object: " + node);
    }
    var builder = field.constructor().get();
    fill(builder, node, name + ".");
    return ((SdkBuilder<?, ?>) builder).build();
  }

  private List<Object> list(ListTrait trait, JsonNode node, String name) {
    if (!node.isArray()) {
      throw new UnreadableCall(name + " should be an array: " + node);
    }
    var values = new ArrayList<Object>();
    for (var item : node) {
      values.add(value(trait.memberFieldInfo(), item, name + "[" + values.size() + "]"));
    }
    return values;
  }

  private Map<String, Object> map(MapTrait trait, JsonNode node, String name) {
    if (!node.isObject()) {
      throw new UnreadableCall(name + " should be an object: " + node);
    }
    var values = new LinkedHashMap<String, Object>();
    for (var entry : node.properties()) {
      var key = entry.getKey();
      values.put(key, value(trait.valueFieldInfo(), entry.getValue(), name + "." + key));
    }
    return values;
  }
}
