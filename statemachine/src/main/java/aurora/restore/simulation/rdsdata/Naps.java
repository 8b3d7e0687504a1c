package aurora.restore.simulation.rdsdata;

import aurora.restore.simulation.rds.QueriedCluster;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Writers that pause while nobody asks them anything, and take a while to resume once somebody does
 * (Aurora User Guide, "Scaling to Zero ACUs with automatic pause and resume").
 */
final class Naps {
  private static final Duration RESUMES_WITHIN = Duration.ofSeconds(15);
  private static final Duration RESUMES_WITHIN_AFTER_A_DAY = Duration.ofSeconds(30);

  private final Map<String, Instant> lastAsked = new HashMap<>();
  private final Map<String, Instant> resumedAt = new HashMap<>();
  private final Set<String> asleep = new HashSet<>();

  /** The cluster's writer pauses now, as it does after it was idle for long enough. */
  void pauses(String clusterArn) {
    asleep.add(clusterArn);
  }

  /** Whether the writer has to resume first; being asked makes it begin to. */
  boolean isPaused(QueriedCluster cluster, Instant now) {
    var resumed = resumedAt.get(cluster.arn());
    if (resumed != null && now.isBefore(resumed)) {
      return true;
    }
    var idle = idle(cluster, now);
    lastAsked.put(cluster.arn(), now);
    var isIdle =
        cluster.secondsUntilAutoPause() != null
            && idle.toSeconds() >= cluster.secondsUntilAutoPause();
    if (!asleep.remove(cluster.arn()) && !isIdle) {
      return false;
    }
    var isLong = idle.compareTo(Duration.ofDays(1)) >= 0;
    resumedAt.put(cluster.arn(), now.plus(isLong ? RESUMES_WITHIN_AFTER_A_DAY : RESUMES_WITHIN));
    return true;
  }

  private Duration idle(QueriedCluster cluster, Instant now) {
    var asked = lastAsked.getOrDefault(cluster.arn(), cluster.idleSince());
    var resumed = resumedAt.getOrDefault(cluster.arn(), asked);
    return Duration.between(resumed.isAfter(asked) ? resumed : asked, now);
  }
}
