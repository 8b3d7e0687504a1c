package aurora.restore.simulation.wire;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long a call takes, in virtual time. */
@FunctionalInterface
public interface Latency {
  /** Calls take no time. */
  Latency NONE = (service, operation) -> Duration.ZERO;

  Duration of(String service, String operation);

  /** Every call takes some whole milliseconds between the two, both included. */
  static Latency between(int leastMillis, int mostMillis, RandomGenerator random) {
    return (service, operation) ->
        Duration.ofMillis(random.nextInt(leastMillis, Math.addExact(mostMillis, 1)));
  }
}
