package aurora.restore.simulation.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** Fills typed requests from forms, guided by the request's own field descriptions. */
final class FormReader {
  private final QueryFlavor flavor;
  private final String request;

  /**
   * @param request what errors are about, e.g. {@code CopyDBClusterSnapshot}
   */
  FormReader(QueryFlavor flavor, String request) {
    this.flavor = flavor;
    this.request = request;
  }

  void fill(SdkPojo builder, FormTree form) {
    var fields = new LinkedHashMap<String, SdkField<?>>();
    builder.sdkFields().forEach(field -> fields.put(field.locationName(), field));
    form.children()
        .forEach(
            (name, node) -> {
              var field = fields.get(name);
              if (field == null) {
                throw new UnknownParameter(request, node.name());
              }
              field.set(builder, value(field, node));
            });
  }

  private Object value(SdkField<?> field, FormTree node) {
    return switch (field.marshallingType().getKnownType()) {
      case LIST -> list(field.getRequiredTrait(ListTrait.class), node);
      case MAP -> map(field.getRequiredTrait(MapTrait.class), node);
      case SDK_POJO -> structure(field, node);
      case STRING, INTEGER, LONG, SHORT, BYTE, FLOAT, DOUBLE -> scalar(field, node);
      case BIG_DECIMAL, BOOLEAN, INSTANT, SDK_BYTES -> scalar(field, node);
      case NULL, DOCUMENT -> throw new UnknownParameter(request, node.name());
    };
  }

  private static Object scalar(SdkField<?> field, FormTree node) {
    return Scalars.parse(field, Scalars.DefaultTime.ISO_8601, node.text(), node.name());
  }

  private Object structure(SdkField<?> field, FormTree node) {
    var builder = field.constructor().get();
    if (!node.isBlank()) {
      fill(builder, node);
    }
    return ((SdkBuilder<?, ?>) builder).build();
  }

  private List<Object> list(ListTrait trait, FormTree node) {
    var values = new ArrayList<Object>();
    if (!node.isBlank()) {
      var flat = flavor == QueryFlavor.EC2 || trait.isFlattened();
      var member = trait.memberFieldInfo();
      var items = flat ? node : only(node, member.locationName());
      items.numbered().forEach(item -> values.add(value(member, item)));
    }
    return values;
  }

  private Map<String, Object> map(MapTrait trait, FormTree node) {
    var values = new LinkedHashMap<String, Object>();
    if (!node.isBlank()) {
      var entries = trait.isFlattened() ? node : only(node, "entry");
      for (var entry : entries.numbered()) {
        var parts = new LinkedHashMap<>(entry.children());
        var key = parts.remove(trait.keyLocationName());
        var value = parts.remove(trait.valueLocationName());
        if (key == null || value == null) {
          throw new UnreadableCall(entry.name() + " lacks its key or its value");
        }
        refuse(parts);
        values.put(key.text(), value(trait.valueFieldInfo(), value));
      }
    }
    return values;
  }

  private FormTree only(FormTree node, String child) {
    var others = new LinkedHashMap<>(node.children());
    var wanted = others.remove(child);
    refuse(others);
    if (wanted == null) {
      throw new UnreadableCall(node.name() + " should be a list of " + child);
    }
    return wanted;
  }

  private void refuse(Map<String, FormTree> unknown) {
    for (var node : unknown.values()) {
      throw new UnknownParameter(request, node.name());
    }
  }
}
