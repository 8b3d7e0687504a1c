package aurora.restore.simulation.dynamodb;

import aurora.restore.simulation.dynamodb.expression.Condition;
import aurora.restore.simulation.dynamodb.expression.Update;
import aurora.restore.simulation.dynamodb.value.Invalid;
import aurora.restore.simulation.dynamodb.value.Sizes;
import aurora.restore.simulation.dynamodb.value.Values;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One item that is to be written, alone or with others.
 *
 * @param condition what must hold of the item as it is
 * @param tellsItem whether the refusal by the condition tells the item as it is
 */
record Write(
    Address address, Table table, Change change, Optional<Condition> condition, boolean tellsItem) {
  private static final int ITEM_MAX_BYTES = 400 * 1024;

  /** What becomes of the item. */
  sealed interface Change {
    record Put(Map<String, AttributeValue> item) implements Change {}

    record Updated(Map<String, AttributeValue> key, Update update) implements Change {}

    record Deleted(Map<String, AttributeValue> key) implements Change {}

    /** It is looked at alone. */
    record Checked(Map<String, AttributeValue> key) implements Change {}
  }

  /** Which item it is. */
  ItemKey key() {
    return switch (change) {
      case Change.Put(var item) -> ItemKeyRules.carried(table.keys(), item);
      case Change.Updated(var key, _) -> ItemKeyRules.named(table.keys(), key);
      case Change.Deleted(var key) -> ItemKeyRules.named(table.keys(), key);
      case Change.Checked(var key) -> ItemKeyRules.named(table.keys(), key);
    };
  }

  /**
   * The item afterwards; empty where there is none.
   *
   * @param before without attributes where there is none
   */
  Optional<Map<String, AttributeValue>> after(Map<String, AttributeValue> before) {
    return switch (change) {
      case Change.Put(var item) -> {
        requireSize(item, "Item size has exceeded the maximum allowed size");
        yield Optional.of(indexable(item));
      }
      case Change.Updated(var key, var update) -> {
        requireNoKey(update);
        var item = Values.stored(update.of(before.isEmpty() ? key : before));
        requireSize(item, "Item size to update has exceeded the maximum allowed size");
        yield Optional.of(indexable(item));
      }
      case Change.Deleted _ -> Optional.empty();
      case Change.Checked _ -> before.isEmpty() ? Optional.empty() : Optional.of(before);
    };
  }

  private static void requireSize(Map<String, AttributeValue> item, String refusal) {
    if (Sizes.ofItem(item) > ITEM_MAX_BYTES) {
      throw Invalid.request(refusal);
    }
  }

  private Map<String, AttributeValue> indexable(Map<String, AttributeValue> item) {
    table.indexes().forEach(index -> ItemKeyRules.requireIndexable(index, item));
    return item;
  }

  private void requireNoKey(Update update) {
    var keys = table.keys().names();
    update
        .paths()
        .filter(path -> keys.contains(path.attribute()))
        .findFirst()
        .ifPresent(
            path -> {
              throw Invalid.parameter(
                  "Cannot update attribute %s. This attribute is part of the key",
                  path.attribute());
            });
  }
}
