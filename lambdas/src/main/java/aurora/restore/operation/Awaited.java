package aurora.restore.operation;

import java.time.Duration;

/**
 * What RDS is at work on for a restore, and before when it is hardly ever ready. AWS publishes no
 * durations: these are half of what field reports have as usual, about seven minutes for an
 * instance and five to twenty for a cluster (e.g. aws-cli issue 9046, openFEC issue 4643), since an
 * early look costs less than a late one. A copy tells its percentage, so that a first look need
 * only come after data has begun to move.
 */
public enum Awaited {
  COPY(Duration.ofMinutes(2), Duration.ofMinutes(5)),
  /**
   * RDS backs a new cluster up soon after it is available, and takes no instance meanwhile: whoever
   * looks late waits for the backup too.
   */
  CLUSTER(Duration.ofMinutes(3), Duration.ofSeconds(25)),
  INSTANCE(Duration.ofMinutes(3), Duration.ofMinutes(5)),
  SETTINGS(Duration.ofSeconds(30), Duration.ofMinutes(5));

  private final Duration soonest;
  private final Duration longestPause;

  Awaited(Duration soonest, Duration longestPause) {
    this.soonest = soonest;
    this.longestPause = longestPause;
  }

  /** How long after it was asked for it may be ready. */
  Duration soonest() {
    return soonest;
  }

  /** How late it may be noticed that it is ready, where RDS doesn't say how far it is. */
  Duration longestPause() {
    return longestPause;
  }
}
