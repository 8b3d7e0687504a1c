package aurora.restore.cluster;

import aurora.restore.error.ClusterFailed;
import aurora.restore.error.RestoreDeadlineExceeded;
import aurora.restore.operation.ClusterStatus;
import aurora.restore.operation.Ownership;
import aurora.restore.operation.Readiness;
import aurora.restore.operation.RestorePlan;
import aurora.restore.operation.Wait;
import aurora.restore.operation.WaitAnswer;
import java.util.Optional;
import software.amazon.awssdk.services.rds.model.DBCluster;

/**
 * The operation's cluster, looked at again before each step that needs it: whose it is, and whether
 * it is ready.
 */
final class ClusterProgress {
  static final String UNSEEN = "not seen yet";

  private ClusterProgress() {}

  /**
   * @param found what RDS shows under the planned name
   * @param mustBeSeen whether it would be shown by now, were it there
   * @throws aurora.restore.error.ResourceNotOurs where it isn't the operation's
   */
  static Readiness of(RestorePlan plan, Optional<DBCluster> found, boolean mustBeSeen) {
    var subject = subject(plan);
    if (found.isEmpty()) {
      return mustBeSeen
          ? new Readiness.Broken(new ClusterFailed(subject, "it doesn't exist any more"))
          : new Readiness.Pending(UNSEEN);
    }
    var cluster = found.get();
    Ownership.require(plan, subject, cluster.tagList());
    return ClusterStatus.judge(subject, cluster.status(), percent(cluster));
  }

  /** What a look at the cluster answers. */
  static WaitAnswer await(RestorePlan plan, Wait wait, Readiness readiness) {
    return wait.await(
        readiness, late -> new RestoreDeadlineExceeded(subject(plan), "it is " + late));
  }

  static String subject(RestorePlan plan) {
    return "cluster " + plan.cluster().id();
  }

  /** RDS gives it as a text, and for some restores only. */
  private static Integer percent(DBCluster cluster) {
    var percent = cluster.percentProgress();
    return percent == null || !percent.matches("\\d{1,3}") ? null : Integer.valueOf(percent);
  }
}
