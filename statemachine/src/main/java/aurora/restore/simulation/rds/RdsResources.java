package aurora.restore.simulation.rds;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The things of one kind in one place. What is gone by now isn't there, and its name is free. */
final class RdsResources<T extends RdsResource> {
  private final Map<String, T> byIdentifier = new HashMap<>();

  Optional<T> find(String identifier, Instant now) {
    return Optional.ofNullable(byIdentifier.get(Identifiers.fold(identifier)))
        .filter(thing -> !thing.isGoneAt(now));
  }

  /** Whether a name is taken, also by something that is being deleted. */
  boolean has(String identifier, Instant now) {
    return find(identifier, now).isPresent();
  }

  /** All there is, in no order that means anything but always the same. */
  Stream<T> live(Instant now) {
    byIdentifier.values().removeIf(thing -> thing.isGoneAt(now));
    return byIdentifier.values().stream().sorted((one, other) -> Long.compare(one.lot, other.lot));
  }

  /** All that describing finds. */
  Stream<T> seen(Instant now) {
    return live(now).filter(thing -> thing.isSeenAt(now));
  }

  /** The one of this name that describing finds; refused as not found where there is none. */
  T seen(RdsKind kind, String identifier, Instant now) {
    return find(identifier, now)
        .filter(thing -> thing.isSeenAt(now))
        .orElseThrow(() -> Refusal.notFound(kind, identifier));
  }

  /** The one of this name; refused as not found where there is none. */
  T require(RdsKind kind, String identifier, Instant now) {
    return find(identifier, now).orElseThrow(() -> Refusal.notFound(kind, identifier));
  }

  /** From now on it has another name, which is free. */
  void rename(T thing, String name, Instant now) {
    byIdentifier.remove(thing.identifier);
    thing.identifier = name;
    add(thing, now);
  }

  void add(T thing, Instant now) {
    if (has(thing.identifier, now)) {
      throw new IllegalStateException("two things named " + thing.arn());
    }
    byIdentifier.put(thing.identifier, thing);
  }
}
