package aurora.restore.simulation.dynamodb;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.dynamodb.value.Invalid;
import aurora.restore.simulation.dynamodb.value.Sizes;
import aurora.restore.simulation.dynamodb.value.Values;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the keys of items must be (DynamoDB Developer Guide, "Constraints"). */
final class ItemKeyRules {
  private static final int PARTITION_MAX_BYTES = 2048;
  private static final int SORT_MAX_BYTES = 1024;
  private static final String EMPTY =
      "The AttributeValue for a key attribute cannot contain an empty string value.";

  private ItemKeyRules() {}

  /** The key that a request names, which must be of the key's attributes and no others. */
  static ItemKey named(KeySchema keys, Map<String, AttributeValue> given) {
    var fits =
        given.size() == keys.attributes().size()
            && keys.attributes().stream()
                .allMatch(it -> given.containsKey(it.name()) && isOf(it, given.get(it.name())));
    if (!fits) {
      throw Invalid.request("The provided key element does not match the schema");
    }
    return sized(keys, given);
  }

  /** The key of an item that a request carries. */
  static ItemKey carried(KeySchema keys, Map<String, AttributeValue> item) {
    for (var attribute : keys.attributes()) {
      var value = item.get(attribute.name());
      if (value == null) {
        throw Invalid.parameter("Missing the key %s in the item", attribute.name());
      }
      if (!isOf(attribute, value)) {
        throw Invalid.parameter(
            "Type mismatch for key %s expected: %s actual: %s",
            attribute.name(), attribute.type(), Values.type(value));
      }
    }
    return sized(keys, item);
  }

  private static ItemKey sized(KeySchema keys, Map<String, AttributeValue> item) {
    for (var attribute : keys.attributes()) {
      requireNotEmpty(attribute.name(), item.get(attribute.name()));
    }
    var key = keys.of(item);
    if (Sizes.of(key.partition()) > PARTITION_MAX_BYTES) {
      throw tooLong("hashkey", PARTITION_MAX_BYTES);
    }
    if (key.sort() != null && Sizes.of(key.sort()) > SORT_MAX_BYTES) {
      throw tooLong("rangekey", SORT_MAX_BYTES);
    }
    return key;
  }

  static void requireNotEmpty(String attribute, AttributeValue value) {
    if ("".equals(value.s())) {
      throw Invalid.request(
          "One or more parameter values are not valid. %s Key: %s", EMPTY, attribute);
    }
  }

  private static AwsError tooLong(String key, int mostBytes) {
    return Invalid.parameter(
        "Size of %s has exceeded the maximum size limit of%d bytes", key, mostBytes);
  }

  /** What an item says of an index's key must be of its types, if it says anything of it. */
  static void requireIndexable(Index index, Map<String, AttributeValue> item) {
    for (var attribute : index.keys().attributes()) {
      var value = item.get(attribute.name());
      if (value == null) {
        continue;
      }
      if (!isOf(attribute, value)) {
        throw Invalid.parameter(
            "Type mismatch for Index Key %s Expected: %s Actual: %s IndexName: %s",
            attribute.name(), attribute.type(), Values.type(value), index.name());
      }
      if ("".equals(value.s())) {
        throw Invalid.request(
            "One or more parameter values are not valid. A value specified for a secondary index"
                + " key is not supported. %s IndexName: %s, IndexKey: %s",
            EMPTY, index.name(), attribute.name());
      }
    }
  }

  static boolean isOf(KeySchema.Attribute attribute, AttributeValue value) {
    return value.type() == attribute.type();
  }
}
