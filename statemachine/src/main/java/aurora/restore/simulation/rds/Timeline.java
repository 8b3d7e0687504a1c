package aurora.restore.simulation.rds;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The statuses that a resource passes through: which one it shows follows from the instant alone.
 */
final class Timeline {
  private record Stage(Instant from, String status) {}

  private final List<Stage> stages;

  private Timeline(List<Stage> stages) {
    this.stages = List.copyOf(stages);
  }

  static Timeline from(Instant start, String status) {
    return new Timeline(List.of(new Stage(start, status)));
  }

  /** Then, so much later, that status. */
  Timeline then(Duration later, String status) {
    return at(last().from().plus(later), status);
  }

  /** At that instant, that status, whatever was to come from then on. */
  Timeline at(Instant instant, String status) {
    var kept = new ArrayList<Stage>();
    for (var stage : stages) {
      if (stage.from().isBefore(instant)) {
        kept.add(stage);
      }
    }
    kept.add(new Stage(instant, status));
    return new Timeline(kept);
  }

  /** The status at an instant; before the beginning, the first one. */
  String status(Instant now) {
    var status = stages.getFirst().status();
    for (var stage : stages) {
      if (!stage.from().isAfter(now)) {
        status = stage.status();
      }
    }
    return status;
  }

  /** When it first shows a status; null where it never does. */
  Instant reaches(String status) {
    for (var stage : stages) {
      if (stage.status().equals(status)) {
        return stage.from();
      }
    }
    return null;
  }

  /** When it next comes to show a status; null where it never does. */
  Instant next(String status, Instant now) {
    for (var stage : stages) {
      if (stage.status().equals(status) && stage.from().isAfter(now)) {
        return stage.from();
      }
    }
    return null;
  }

  /** Whether a status was shown at some instant up to {@code now}. */
  boolean hasReached(String status, Instant now) {
    var first = reaches(status);
    return first != null && !first.isAfter(now);
  }

  private Stage last() {
    return stages.getLast();
  }
}
