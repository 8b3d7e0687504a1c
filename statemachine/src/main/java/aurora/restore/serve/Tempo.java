package aurora.restore.serve;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * How simulated time passes along with the watcher's.
 *
 * @param start the simulated instant at which it begins
 * @param speed how many simulated seconds pass in one
 * @param nanos the watcher's clock
 * @param startedNanos what that clock showed at the start
 */
record Tempo(Instant start, double speed, LongSupplier nanos, long startedNanos) {
  static Tempo from(Instant start, double speed, LongSupplier nanos) {
    return new Tempo(start, speed, nanos, nanos.getAsLong());
  }

  /** The simulated instant that it is by now. */
  Instant present() {
    return start.plusNanos((long) ((nanos.getAsLong() - startedNanos) * speed));
  }

  /** How long the watcher waits for a simulated instant; zero where it has passed. */
  Duration until(Instant simulated) {
    var left = Duration.between(present(), simulated);
    return left.isPositive() ? Duration.ofNanos((long) (left.toNanos() / speed)) : Duration.ZERO;
  }
}
