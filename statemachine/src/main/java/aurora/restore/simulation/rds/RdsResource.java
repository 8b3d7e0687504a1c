package aurora.restore.simulation.rds;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import software.amazon.awssdk.services.rds.model.Tag;

/**
 * What every resource has: a name, tags, an instant from which it is seen, one from which it isn't.
 */
abstract class RdsResource {
  final RdsKind kind;
  final AccountRegion place;
  String identifier;
  final SequencedMap<String, String> tags = new LinkedHashMap<>();

  /** Its place in every listing: drawn, since RDS documents no order. */
  final long lot;

  /** Describing finds it from this instant on: the eventual consistency of a fresh resource. */
  final Instant seenFrom;

  /** Null while nobody deletes it. */
  private Instant goneAt;

  RdsResource(
      RdsKind kind, AccountRegion place, String identifier, Birth birth, Map<String, String> tags) {
    this.kind = kind;
    this.place = place;
    this.identifier = identifier;
    this.lot = birth.lot();
    this.seenFrom = birth.seenFrom();
    this.tags.putAll(tags);
  }

  abstract String status(Instant now);

  /** When it next becomes available, as its course is drawn; null where it never does. */
  Instant readyAt(Instant now) {
    return null;
  }

  String arn() {
    return place.arn(kind, identifier);
  }

  /** The key that its data is encrypted under; null where it has none. */
  String keyArn() {
    return null;
  }

  /** The cluster that it belongs to; null for what isn't a part of one. */
  String clusterArn() {
    return null;
  }

  boolean isSeenAt(Instant now) {
    return !now.isBefore(seenFrom);
  }

  boolean isGoneAt(Instant now) {
    return goneAt != null && !now.isBefore(goneAt);
  }

  Instant goneAt() {
    return goneAt;
  }

  void goesAt(Instant instant) {
    goneAt = instant;
  }

  List<Tag> tagList() {
    return TagLimits.list(tags);
  }

  Resource resource(Instant now) {
    return new Resource(
        kind,
        place.account(),
        place.region(),
        identifier,
        arn(),
        status(now),
        keyArn(),
        clusterArn(),
        Collections.unmodifiableMap(new LinkedHashMap<>(tags)));
  }
}
