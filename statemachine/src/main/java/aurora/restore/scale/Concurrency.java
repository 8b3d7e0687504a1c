package aurora.restore.scale;

import aurora.restore.engine.TaskRunner;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.PriorityQueue;

/**
 * Runs no more functions at once than an account may in a region, and counts them (Lambda Developer
 * Guide, "Lambda quotas").
 */
final class Concurrency implements TaskRunner {
  private static final int MOST = 1_000;

  private final InstantSource clock;
  private final TaskRunner functions;
  private final PriorityQueue<Instant> ends = new PriorityQueue<>();
  private long runs;
  private int most;

  Concurrency(InstantSource clock, TaskRunner functions) {
    this.clock = clock;
    this.functions = functions;
  }

  @Override
  public Outcome run(String function, JsonNode payload) {
    while (!ends.isEmpty() && !ends.peek().isAfter(clock.instant())) {
      ends.remove();
    }
    if (ends.size() >= MOST) {
      return new Outcome.Failed("Lambda.TooManyRequestsException", "Rate Exceeded.");
    }
    runs++;
    var outcome = functions.run(function, payload);
    ends.add(clock.instant());
    most = Math.max(most, ends.size());
    return outcome;
  }

  long runs() {
    return runs;
  }

  /** At once. */
  int most() {
    return most;
  }
}
