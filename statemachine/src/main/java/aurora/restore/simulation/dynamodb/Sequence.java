package aurora.restore.simulation.dynamodb;

import aurora.restore.simulation.dynamodb.expression.KeyCondition;
import aurora.restore.simulation.dynamodb.value.Invalid;
import aurora.restore.simulation.dynamodb.value.Values;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The order in which items are answered: by the sort key, and where an index has several with the
 * same, by the table's key.
 *
 * @param keys of what is queried: the table or an index
 * @param tableKeys of the table
 */
record Sequence(KeySchema keys, KeySchema tableKeys, boolean isForward) {
  /** The items of a partition that come after one, or all. */
  List<Map<String, AttributeValue>> of(
      Collection<Map<String, AttributeValue>> items,
      KeyCondition wanted,
      Optional<Map<String, AttributeValue>> after) {
    var order = isForward ? order() : order().reversed();
    return items.stream()
        .filter(keys::isIn)
        .filter(item -> item.get(keys.partition().name()).equals(wanted.partition()))
        .filter(wanted::includes)
        .filter(item -> after.map(it -> order.compare(item, it) > 0).orElse(true))
        .sorted(order)
        .toList();
  }

  private Comparator<Map<String, AttributeValue>> order() {
    return Comparator.<Map<String, AttributeValue>, ItemKey>comparing(keys::of)
        .thenComparing(tableKeys::of);
  }

  /** Where an item stands: what the next page is asked for with. */
  Map<String, AttributeValue> place(Map<String, AttributeValue> item) {
    var place = new LinkedHashMap<>(tableKeys.project(item));
    place.putAll(keys.project(item));
    return place;
  }

  void requirePlace(Map<String, AttributeValue> given) {
    given.replaceAll((name, value) -> Values.stored(value));
    var names = new LinkedHashMap<String, AttributeValue.Type>();
    tableKeys.attributes().forEach(it -> names.put(it.name(), it.type()));
    keys.attributes().forEach(it -> names.put(it.name(), it.type()));
    var fits =
        given.keySet().equals(names.keySet())
            && names.entrySet().stream()
                .allMatch(it -> given.get(it.getKey()).type() == it.getValue());
    if (!fits) {
      throw Invalid.request("The provided starting key is invalid");
    }
  }
}
