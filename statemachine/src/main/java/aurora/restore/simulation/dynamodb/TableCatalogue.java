package aurora.restore.simulation.dynamodb;

import aurora.restore.simulation.AwsError;
import aurora.restore.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** All tables, and what stands between them and those who read and write them. */
final class TableCatalogue {
  private final VirtualTime time;
  private final RandomGenerator random;
  private final Map<Address, Table> tables = new HashMap<>();
  private final Set<Held> held = new HashSet<>();
  private Duration lateness = Duration.ZERO;

  private record Held(Address address, ItemKey key) {}

  TableCatalogue(VirtualTime time, RandomGenerator random) {
    this.time = time;
    this.random = random;
  }

  Instant now() {
    return time.instant();
  }

  RandomGenerator random() {
    return random;
  }

  boolean has(Address address) {
    return tables.containsKey(address);
  }

  void add(Address address, Table table) {
    tables.put(address, table);
  }

  Table table(Address address) {
    var table = tables.get(address);
    if (table == null) {
      throw new AwsError("ResourceNotFoundException", 400, "Requested resource not found");
    }
    return table;
  }

  void write(Address address, ItemKey key, Optional<Map<String, AttributeValue>> item) {
    table(address).write(key, item, now(), now().minus(lateness));
  }

  /** From now on, reads that needn't be consistent may see what was up to so long ago. */
  void readLate(Duration most) {
    lateness = most;
  }

  /** As of when a read sees a table that needn't be consistent. */
  Instant seenLate() {
    return lateness.isZero() ? now() : now().minusMillis(random.nextLong(lateness.toMillis() + 1));
  }

  void hold(Address address, ItemKey key) {
    held.add(new Held(address, key));
  }

  void release(Address address, ItemKey key) {
    held.remove(new Held(address, key));
  }

  /** Whether another's transaction is under way on an item. */
  boolean isHeld(Address address, ItemKey key) {
    return held.contains(new Held(address, key));
  }
}
