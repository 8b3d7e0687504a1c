package aurora.restore.world;

import aurora.restore.simulation.wire.VirtualRetries;
import aurora.restore.simulation.wire.Wire;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * What a function of one world has of its own where clients are shared by all: the wire that its
 * calls go over, and for each client a retry strategy with a token bucket.
 */
final class Line {
  private static final ScopedValue<Line> OPEN = ScopedValue.newInstance();

  private final Wire wire;
  private final VirtualRetries retries;
  private final Map<LineRetries, RetryStrategy> strategies = new IdentityHashMap<>();

  Line(Wire wire, VirtualRetries retries) {
    this.wire = wire;
    this.retries = retries;
  }

  /** Does {@code work}, whose calls go over this line. */
  <T> T during(Supplier<T> work) {
    return ScopedValue.where(OPEN, this).call(work::get);
  }

  /**
   * @throws java.util.NoSuchElementException where no function is at work on this thread
   */
  static Line current() {
    return OPEN.get();
  }

  Wire wire() {
    return wire;
  }

  RetryStrategy strategy(LineRetries client) {
    return strategies.computeIfAbsent(client, it -> retries.of(RetryMode.STANDARD));
  }
}
