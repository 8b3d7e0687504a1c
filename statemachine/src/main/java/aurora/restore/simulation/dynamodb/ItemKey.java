package aurora.restore.simulation.dynamodb;

import aurora.restore.simulation.dynamodb.value.Sorting;
import java.util.Comparator;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What tells an item from others of its table. Keys of one partition stand together, in the order
 * of their sort keys.
 *
 * @param sort null where the table's key has none
 */
record ItemKey(AttributeValue partition, AttributeValue sort) implements Comparable<ItemKey> {
  private static final Comparator<ItemKey> ORDER =
      Comparator.comparing(ItemKey::partition, Sorting.ORDER)
          .thenComparing(ItemKey::sort, Comparator.nullsFirst(Sorting.ORDER));

  @Override
  public int compareTo(ItemKey other) {
    return ORDER.compare(this, other);
  }
}
