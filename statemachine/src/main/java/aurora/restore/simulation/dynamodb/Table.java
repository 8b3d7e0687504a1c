package aurora.restore.simulation.dynamodb;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A table: its key, its indexes, its items. Whoever looks says as of when. */
final class Table {
  private final KeySchema keys;
  private final List<Index> indexes;
  private final NavigableMap<ItemKey, Row> rows = new TreeMap<>();
  private final Deque<Change> changes = new ArrayDeque<>();
  private Expiry expiry = Expiry.NEVER;
  private Instant nextGone = Instant.MAX;

  /**
   * @param goneAt when time to live takes it away; {@link Instant#MAX}: never
   */
  private record Row(Map<String, AttributeValue> item, Instant goneAt) {}

  /**
   * @param before null where there was none
   */
  private record Change(Instant at, ItemKey key, Row before) {}

  Table(KeySchema keys, List<Index> indexes) {
    this.keys = keys;
    this.indexes = List.copyOf(indexes);
  }

  KeySchema keys() {
    return keys;
  }

  List<Index> indexes() {
    return indexes;
  }

  /** From now on items are taken away by their time to live. */
  void expireBy(Expiry expiry) {
    this.expiry = expiry;
  }

  /** The item as it is now; without attributes where there is none. */
  Map<String, AttributeValue> find(ItemKey key, Instant now) {
    forget(now);
    var row = rows.get(key);
    return row == null ? Map.of() : row.item();
  }

  /** All items as they are now, in the order of their keys. */
  NavigableMap<ItemKey, Map<String, AttributeValue>> items(Instant now) {
    return items(now, now);
  }

  /** All items as they were at an instant that is still remembered. */
  NavigableMap<ItemKey, Map<String, AttributeValue>> items(Instant now, Instant asOf) {
    forget(now);
    var seen = new TreeMap<ItemKey, Map<String, AttributeValue>>();
    rows.forEach((key, row) -> seen.put(key, row.item()));
    for (var change : changes) {
      if (!change.at().isAfter(asOf)) {
        break;
      }
      if (change.before() == null) {
        seen.remove(change.key());
      } else {
        seen.put(change.key(), change.before().item());
      }
    }
    return seen;
  }

  /**
   * @param item empty: it is deleted
   * @param remembered how far back somebody may look
   */
  void write(
      ItemKey key, Optional<Map<String, AttributeValue>> item, Instant now, Instant remembered) {
    while (!changes.isEmpty() && !changes.getLast().at().isAfter(remembered)) {
      changes.removeLast();
    }
    var before = rows.remove(key);
    if (now.isAfter(remembered)) {
      changes.addFirst(new Change(now, key, before));
    }
    item.ifPresent(
        it -> {
          var row = new Row(it, expiry.goneAt(it, now));
          rows.put(key, row);
          nextGone = nextGone.isBefore(row.goneAt()) ? nextGone : row.goneAt();
        });
  }

  private void forget(Instant now) {
    if (now.isBefore(nextGone)) {
      return;
    }
    rows.values().removeIf(row -> !row.goneAt().isAfter(now));
    nextGone = rows.values().stream().map(Row::goneAt).min(Instant::compareTo).orElse(Instant.MAX);
  }
}
