package aurora.restore.scale;

import java.time.Duration;
import java.time.Instant;

/**
 * A limit on a rate, as AWS has them: so many calls at once, and so many a second in the long run.
 */
final class TokenBucket {
  /**
   * @param size calls at once
   * @param perSecond calls a second in the long run
   */
  record Rate(double size, double perSecond) {}

  private final Rate rate;
  private double tokens;
  private Instant filledAt;

  TokenBucket(Rate rate, Instant now) {
    this.rate = rate;
    this.tokens = rate.size();
    this.filledAt = now;
  }

  /** Takes a token, if there is one. */
  boolean take(Instant now) {
    if (now.isAfter(filledAt)) { // calls that overlap aren't told in the order of their instants
      var seconds = Duration.between(filledAt, now).toMillis() / 1e3;
      tokens = Math.min(rate.size(), tokens + seconds * rate.perSecond());
      filledAt = now;
    }
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }
}
