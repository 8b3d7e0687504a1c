package aurora.restore.simulation.dynamodb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The attributes that make up the key of a table or of an index. */
record KeySchema(Attribute partition, Optional<Attribute> sort) {
  /**
   * @param type text or number
   */
  record Attribute(String name, AttributeValue.Type type) {}

  List<Attribute> attributes() {
    return Stream.concat(Stream.of(partition), sort.stream()).toList();
  }

  List<String> names() {
    return attributes().stream().map(Attribute::name).toList();
  }

  /** Whether an item has them all: in an index stand those alone that do. */
  boolean isIn(Map<String, AttributeValue> item) {
    return item.keySet().containsAll(names());
  }

  /** The key of an item that has it. */
  ItemKey of(Map<String, AttributeValue> item) {
    return new ItemKey(
        item.get(partition.name()), sort.map(attribute -> item.get(attribute.name())).orElse(null));
  }

  /** The attributes of the key alone, out of an item that has them. */
  Map<String, AttributeValue> project(Map<String, AttributeValue> item) {
    var key = new LinkedHashMap<String, AttributeValue>();
    names().forEach(name -> key.put(name, item.get(name)));
    return key;
  }
}
