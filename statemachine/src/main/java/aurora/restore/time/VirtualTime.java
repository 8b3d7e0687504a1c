package aurora.restore.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;

/**
 * The only clock of a simulated world: a queue of events, run one after the other. Time stands
 * still while an event runs, save for what the event itself spends, and leaps from one event to the
 * next.
 *
 * <p>Events due at the same instant run in an order drawn from the seed, so that one seed gives one
 * history and many seeds give many interleavings.
 */
public final class VirtualTime implements InstantSource {
  private record Event(Instant due, long lot, long sequence, Runnable action) {}

  private static final Comparator<Event> ORDER =
      Comparator.comparing(Event::due)
          .thenComparingLong(Event::lot)
          .thenComparingLong(Event::sequence);

  private final PriorityQueue<Event> events = new PriorityQueue<>(ORDER);
  private final RandomGenerator random;
  private Instant now;
  private Duration spent = Duration.ZERO;
  private long sequence;

  public VirtualTime(Instant start, RandomGenerator random) {
    this.now = start;
    this.random = random;
  }

  /** The present instant: when the running event was due, and what it has spent since. */
  @Override
  public Instant instant() {
    return now.plus(spent);
  }

  /** Lets the running event take time, as an API call or a computation does. */
  public void spend(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("time can't be spent backwards: " + duration);
    }
    spent = spent.plus(duration);
  }

  /** Has {@code action} run at {@code due}, or at once where that has passed. */
  public void at(Instant due, Runnable action) {
    var present = instant();
    events.add(
        new Event(due.isBefore(present) ? present : due, random.nextLong(), sequence++, action));
  }

  /** Has {@code action} run after {@code delay}. */
  public void after(Duration delay, Runnable action) {
    at(instant().plus(delay), action);
  }

  /** When the next event is due; null where nothing is left to happen. */
  public Instant nextDue() {
    var next = events.peek();
    return next == null ? null : next.due();
  }

  /** Runs the next event, if there is one, and says whether there was. */
  public boolean runNext() {
    var next = events.poll();
    if (next == null) {
      return false;
    }
    now = next.due().isBefore(now) ? now : next.due();
    spent = Duration.ZERO;
    next.action().run();
    return true;
  }
}
