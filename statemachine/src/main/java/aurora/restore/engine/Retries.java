package aurora.restore.engine;

import aurora.restore.asl.Retrier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Counts the retries of one visit to a state, each retrier on its own (Developer Guide, "Handling
 * errors in Step Functions workflows").
 */
final class Retries {
  private final List<Retrier> retriers;
  private final RandomGenerator random;
  private final int[] attempts;
  private int count;

  Retries(List<Retrier> retriers, RandomGenerator random) {
    this.retriers = retriers;
    this.random = random;
    this.attempts = new int[retriers.size()];
  }

  /** Retries so far, of all retriers: the context object's {@code State.RetryCount}. */
  int count() {
    return count;
  }

  /** How long to wait before the state is tried again; nothing where it is not to be. */
  Optional<Duration> next(String error) {
    for (int i = 0; i < attempts.length; i++) {
      var retrier = retriers.get(i);
      if (matches(retrier.errorEquals(), error)) {
        if (attempts[i] >= retrier.maxAttempts()) {
          return Optional.empty();
        }
        var delay = delay(retrier, attempts[i]);
        attempts[i]++;
        count++;
        return Optional.of(delay);
      }
    }
    return Optional.empty();
  }

  private Duration delay(Retrier retrier, int attempt) {
    double seconds = retrier.intervalSeconds() * Math.pow(retrier.backoffRate(), attempt);
    if (retrier.maxDelaySeconds() != null) {
      seconds = Math.min(seconds, retrier.maxDelaySeconds());
    }
    if (retrier.jitter() == Retrier.Jitter.FULL) {
      seconds *= random.nextDouble();
    }
    return Duration.ofMillis(Math.round(seconds * 1_000));
  }

  /** Whether a retrier or catcher for these names is one for this error. */
  static boolean matches(List<String> errorEquals, String error) {
    if (error.equals(StateFailure.RUNTIME)) {
      return false; // Step Functions ends the execution, whatever the definition says.
    }
    if (errorEquals.contains(error)) {
      return true;
    }
    if (error.equals(StateFailure.DATA_LIMIT)) {
      return false; // Only its own name catches it.
    }
    return errorEquals.contains(StateFailure.ALL)
        || (errorEquals.contains(StateFailure.TASK_FAILED) && !error.equals(StateFailure.TIMEOUT));
  }
}
