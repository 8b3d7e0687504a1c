package aurora.restore.rehearsal;

import java.time.Duration;

/** Lets the watcher's time pass along with the simulated. */
@FunctionalInterface
interface Pace {
  Pace UNPACED = simulated -> {};

  /** Called before simulated time leaps by so much. */
  void leap(Duration simulated);
}
