package aurora.restore.operation;

import aurora.restore.error.InstanceFailed;
import java.util.Set;

/** How the statuses of an instance read (Aurora User Guide, "Viewing DB instance status"). */
public final class InstanceStatus {
  public static final String AVAILABLE = "available";

  /** In these an instance serves, though RDS is still at work on its storage. */
  private static final Set<String> SERVING =
      Set.of(AVAILABLE, "storage-initialization", "storage-optimization");

  private static final String NO_CAPACITY = "insufficient-capacity";

  /** From these it never becomes available without help; any other status may pass. */
  private static final Set<String> BROKEN =
      Set.of(
          "deleting",
          "failed",
          "inaccessible-encryption-credentials",
          "inaccessible-encryption-credentials-recoverable",
          "incompatible-create",
          "incompatible-network",
          "incompatible-option-group",
          "incompatible-parameters",
          "incompatible-restore",
          NO_CAPACITY,
          "restore-error",
          "stopped",
          "storage-full",
          "upgrade-failed");

  private InstanceStatus() {}

  public static boolean isBroken(String status) {
    return BROKEN.contains(status);
  }

  /**
   * @param subject what the instance is, e.g. {@code instance orders-dr-1}
   */
  public static Readiness judge(String subject, String status) {
    if (SERVING.contains(status)) {
      return new Readiness.Ready(status);
    }
    if (NO_CAPACITY.equals(status)) {
      // Not InsufficientCapacity: that passes for a redrive, this instance never becomes available.
      return new Readiness.Broken(
          new InstanceFailed(
              subject,
              "it is " + status,
              "delete the instance and start again with the same operation_id later, or have the"
                  + " operation cleaned up and start again with another instance_class"));
    }
    return isBroken(status)
        ? new Readiness.Broken(new InstanceFailed(subject, "it is " + status))
        : new Readiness.Pending(status);
  }
}
