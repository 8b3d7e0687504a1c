package aurora.restore.operation;

import aurora.restore.error.ClusterFailed;
import aurora.restore.error.ClusterStopped;
import java.util.Set;

/** How the statuses of a cluster read, for the steps that wait for one or find one. */
public final class ClusterStatus {
  public static final String READY = "available";
  public static final String DELETING = "deleting";
  private static final String STOPPED = "stopped";

  /**
   * From these a restored cluster never becomes available without help; any other status, known or
   * not, may pass (Aurora User Guide, "Viewing DB cluster status").
   */
  private static final Set<String> BROKEN =
      Set.of(
          "cloning-failed",
          DELETING,
          "failed",
          "inaccessible-encryption-credentials",
          "inaccessible-encryption-credentials-recoverable",
          "incompatible-parameters",
          "incompatible-restore",
          "migration-failed",
          STOPPED,
          "upgrade-failed");

  private ClusterStatus() {}

  public static boolean isBroken(String status) {
    return BROKEN.contains(status);
  }

  /**
   * @param subject what the cluster is, e.g. {@code cluster orders-dr}
   * @param percent how far its restore is; null where RDS doesn't say
   */
  public static Readiness judge(String subject, String status, Integer percent) {
    if (READY.equals(status)) {
      return new Readiness.Ready(status);
    }
    if (STOPPED.equals(status)) {
      return new Readiness.Broken(
          new ClusterStopped(
              subject,
              "it is " + status,
              "start the cluster (aws rds start-db-cluster), then redrive"));
    }
    return isBroken(status)
        ? new Readiness.Broken(new ClusterFailed(subject, "it is " + status))
        : new Readiness.Pending(status, percent);
  }
}
