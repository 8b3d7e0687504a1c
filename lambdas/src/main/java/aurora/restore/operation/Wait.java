package aurora.restore.operation;

import aurora.restore.error.OperatorError;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/**
 * A wait under a deadline: how long it has lasted and how long to pause before the next look. What
 * isn't forecast is paused for by the time waited, from half a minute to five: a wait of 24 hours
 * stays far below the 25,000 events that an execution may have.
 */
public final class Wait {
  private static final long SHORTEST_SECONDS = 30;
  private static final long LONGEST_SECONDS = 300;

  /** A twentieth of the time waited: a look comes at most five percent late. */
  private static final long FRACTION = 20;

  /** How late RDS may show what is fresh. */
  public static final Duration CONSISTENCY = Duration.ofMinutes(10);

  private final Instant began;
  private final Instant deadline;
  private final Instant now;
  private final Pauses pauses;

  private Wait(Instant began, Instant deadline, Instant now, Pauses pauses) {
    this.began = began;
    this.deadline = deadline;
    this.now = now;
    this.pauses = pauses;
  }

  /**
   * @param since when the phase began; a redrive begins it anew, so that an operator who redrives
   *     after a deadline waits for as long again
   */
  public static Wait of(Instant since, ExecutionContext execution, int hours, Instant now) {
    var began = execution.redrivenAt().filter(since::isBefore).orElse(since);
    return new Wait(
        began, began.plus(Duration.ofHours(hours)), now, percent -> growing(began, now));
  }

  /** The same wait with other pauses. */
  Wait with(Pauses others) {
    return new Wait(began, deadline, now, others);
  }

  private static long growing(Instant began, Instant now) {
    var grown = Duration.between(began, now).toSeconds() / FRACTION;
    return Math.clamp(grown, SHORTEST_SECONDS, LONGEST_SECONDS);
  }

  public boolean isOver() {
    return !now.isBefore(deadline);
  }

  /** How long the wait has lasted. */
  public Duration waited() {
    return Duration.between(began, now);
  }

  /** The same for a sentence, e.g. {@code 24 h 3 min}. */
  public String waitedInWords() {
    return waited().toHours() + " h " + waited().toMinutesPart() + " min";
  }

  /**
   * Seconds until the next look; the last one falls on the deadline.
   *
   * @param percent how far it is; null where RDS doesn't say
   */
  public long pauseSeconds(Integer percent) {
    var left = Duration.between(now, deadline).toSeconds() + 1;
    return Math.clamp(left, 1, pauses.seconds(percent));
  }

  /**
   * What a look answers, the same for everything that is waited for: what is pending is waited for
   * until the deadline, what is broken is thrown.
   *
   * @param late makes the error of a deadline that has passed of what was observed, e.g. {@code
   *     copying at 40 % after 24 h 0 min}
   */
  public WaitAnswer await(Readiness readiness, Function<String, OperatorError> late) {
    return switch (readiness) {
      case Readiness.Ready(var observed) -> WaitAnswer.ready(observed);
      case Readiness.Lost(var observed) -> WaitAnswer.again(observed);
      case Readiness.Broken(var why) -> throw why;
      case Readiness.Pending(var observed, var percent) -> {
        if (isOver()) {
          var far = percent == null ? "" : " at " + percent + " %";
          throw late.apply(observed + far + " after " + waitedInWords());
        }
        yield WaitAnswer.pending(observed, percent, pauseSeconds(percent), now);
      }
    };
  }
}
