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
record Key(AttributeValue partition, AttributeValue sort) implements Comparable<Key> {
  private static final Comparator<Key> ORDER =
      Comparator.comparing(Key::partition, Sorting.ORDER)
          .thenComparing(Key::sort, Comparator.nullsFirst(Sorting.ORDER));

  @Override
  public int compareTo(Key other) {
    return ORDER.compare(this, other);
  }
}
