package aurora.restore.operation;

import java.time.Duration;
import java.time.Instant;

/**
 * When what RDS is at work on may be ready, for a pause that ends about then. A pause that is too
 * long makes the restore late, one that is too short costs three transitions and a run for nothing.
 *
 * <p>Where RDS reports a percentage, two looks give the least that a percent takes: the next look
 * comes shortly before the end that follows. RDS's percentage may stand still and jump, so a pause
 * never doubles more than the time waited.
 *
 * <p>Where it reports none, nothing foretells the end: pauses are a part of the time that the whole
 * restore has taken, so that each wait makes it late by less than a percent on average, whether it
 * takes a quarter of an hour or a day. What is long overdue is looked at less and less often. Where
 * it is known how long it took of late, three quarters of that are waited for first, with a look
 * every five minutes, for it may break.
 *
 * @param usual how many seconds it took of late, at the quickest; null where that isn't known
 * @param began when the restore began, or was last redriven
 * @param asked when the resource was asked for; not before {@code began}
 * @param last the look before this one; null in an execution of an older definition
 */
record Forecast(
    Awaited awaited, Long usual, Instant began, Instant asked, WaitAnswer last, Instant now)
    implements Pauses {
  private static final long SHORTEST_SECONDS = 15;

  /** How old the state table's percentage may be. */
  private static final long LONGEST_SECONDS = 900;

  private static final long LONGEST_OVERDUE_SECONDS = 300;

  /** How late it may be noticed that it broke, before it may be ready. */
  private static final long LONGEST_UNSEEN_SECONDS = 300;

  /** Part of the time that the whole restore has taken. */
  private static final int PART = 70;

  @Override
  public long seconds(Integer percent) {
    if (percent == null) {
      return guessed();
    }
    return percent == 0 ? queued() : reported(percent);
  }

  private long guessed() {
    var soonest = awaited.soonest().toSeconds();
    var waited = since(asked);
    var first = usual == null ? soonest : Math.max(soonest, usual * 3 / 4);
    if (waited < first) {
      return Math.clamp(first - waited, SHORTEST_SECONDS, LONGEST_UNSEEN_SECONDS);
    }
    var part = Math.clamp(since(began) / PART, SHORTEST_SECONDS, longest());
    var overdue = Math.min((waited - 6 * soonest) / 10, LONGEST_OVERDUE_SECONDS);
    return Math.max(part, overdue);
  }

  /** Nothing moves yet: RDS may be at work on others before, for an hour and more. */
  private long queued() {
    var soonest = awaited.soonest().toSeconds();
    return Math.clamp(since(asked) / 10, soonest, Math.max(soonest, longest()));
  }

  private long reported(int percent) {
    var before = last == null || last.percent() == null ? 0 : last.percent();
    var span = since(last == null || last.at() == null ? asked : last.at());
    var waited = since(asked);
    // Percentages are rounded down: up to one more has been done, and up to one less is left.
    var secondsPerPercent = (double) span / (Math.max(0, percent - before) + 1);
    var left = Math.round(secondsPerPercent * (99 - percent) * 0.9);
    return Math.max(
        Math.max(SHORTEST_SECONDS, waited / 100),
        Math.min(Math.min(left, trust(percent, before, span, waited)), LONGEST_SECONDS));
  }

  /** How long at most the rate between two looks is believed. */
  private static long trust(int percent, int before, long span, long waited) {
    if (percent <= before) {
      return waited / 4; // it stands still
    }
    return before == 0 ? span : waited; // when it began to move isn't known
  }

  private long longest() {
    return awaited.longestPause().toSeconds();
  }

  private long since(Instant instant) {
    return Duration.between(instant, now).toSeconds();
  }
}
