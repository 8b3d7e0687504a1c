package aurora.restore.simulation.rds;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A resource that is made, changed and deleted in its own time, and shows by a status how far. */
abstract class LivingResource extends RdsResource {
  static final String AVAILABLE = "available";
  static final String CREATING = "creating";
  static final String DELETING = "deleting";

  Timeline timeline;

  LivingResource(
      RdsKind kind,
      AccountRegion place,
      String identifier,
      Birth birth,
      Map<String, String> tags,
      Timeline timeline) {
    super(kind, place, identifier, birth, tags);
    this.timeline = timeline;
  }

  @Override
  String status(Instant now) {
    return timeline.status(now);
  }

  @Override
  Instant readyAt(Instant now) {
    return timeline.next(AVAILABLE, now);
  }

  boolean isAvailable(Instant now) {
    return status(now).equals(AVAILABLE);
  }

  boolean isDeleting(Instant now) {
    return status(now).equals(DELETING);
  }

  /** When it first was available; null while it never was. */
  Instant availableSince(Instant now) {
    return timeline.hasReached(AVAILABLE, now) ? timeline.reaches(AVAILABLE) : null;
  }

  /** Deleting begins, and it is gone at its end. */
  void deletes(Instant now, Instant gone) {
    timeline = timeline.at(now, DELETING);
    goesAt(gone);
  }

  /** From now on it shows a status that it doesn't leave by itself. */
  void enters(String status, Instant now) {
    timeline = timeline.at(now, status);
  }

  /** It shows a status so long, and then another. */
  void turns(String passing, Duration length, String lasting, Instant now) {
    timeline = timeline.at(now, passing).then(length, lasting);
  }
}
