package aurora.restore.cluster;

import aurora.restore.error.ClusterFailed;
import aurora.restore.error.RestoreDeadlineExceeded;
import aurora.restore.operation.ClusterStatus;
import aurora.restore.operation.Look;
import aurora.restore.operation.Ownership;
import aurora.restore.operation.Step;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.rds.model.DBCluster;

/** How a cluster's status reads: ready, broken for good, or to be waited for under the deadline. */
final class ClusterProgress {
  private final Step step;
  private final Instant now;
  private final String subject;

  ClusterProgress(Step step, Instant now) {
    this.step = step;
    this.now = now;
    this.subject = "cluster " + step.plan().cluster().id();
  }

  Look of(Optional<DBCluster> found) {
    if (found.isEmpty()) {
      if (step.isUnseenForGood(now)) {
        throw new ClusterFailed(subject, "it doesn't exist any more");
      }
      return pending("not seen yet", null);
    }
    var cluster = found.get();
    Ownership.require(step.plan(), subject, cluster.tagList());
    if (ClusterStatus.READY.equals(cluster.status())) {
      return Look.ready(cluster.status());
    }
    if (ClusterStatus.isBroken(cluster.status())) {
      throw new ClusterFailed(subject, "it is " + cluster.status());
    }
    return pending(cluster.status(), percent(cluster));
  }

  /** To be waited for, unless it has been waited for long enough. */
  Look pending(String observed, Integer percent) {
    var wait = step.waiting(step.plan().deadlines().restoreHours(), now);
    if (wait.isOver()) {
      throw new RestoreDeadlineExceeded(
          subject, "it is " + observed + " after " + wait.waitedInWords());
    }
    return Look.pending(observed, percent, wait.pauseSeconds());
  }

  /** RDS gives it as a text, and for some restores only. */
  private static Integer percent(DBCluster cluster) {
    var percent = cluster.percentProgress();
    return percent == null || !percent.matches("\\d{1,3}") ? null : Integer.valueOf(percent);
  }
}
