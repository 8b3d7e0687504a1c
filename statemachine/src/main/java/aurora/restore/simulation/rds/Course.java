package aurora.restore.simulation.rds;

import java.time.Duration;

/** How a copy, a restore or the creation of an instance goes. */
public sealed interface Course {
  /** It succeeds after so long. */
  record Takes(Duration length) implements Course {}

  /** It never ends: a copy stands still at so many percent, anything else stays in progress. */
  record Stalls(int percent) implements Course {}

  /** After so long it ends in a status that it never leaves, e.g. {@code failed}. */
  record EndsIn(String status, Duration after) implements Course {}

  static Course takes(Duration length) {
    return new Takes(length);
  }

  static Course stalls(int percent) {
    return new Stalls(percent);
  }

  static Course endsIn(String status, Duration after) {
    return new EndsIn(status, after);
  }
}
