package aurora.restore.operation;

import java.util.Set;

/** How the statuses of a cluster read, for the steps that wait for one or find one. */
public final class ClusterStatus {
  public static final String READY = "available";
  public static final String DELETING = "deleting";

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
          "stopped",
          "upgrade-failed");

  private ClusterStatus() {}

  public static boolean isBroken(String status) {
    return BROKEN.contains(status);
  }
}
