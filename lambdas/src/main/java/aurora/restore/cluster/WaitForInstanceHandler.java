package aurora.restore.cluster;

import aurora.restore.audit.OperationTable;
import aurora.restore.edge.Edge;
import aurora.restore.edge.JsonHandler;
import aurora.restore.error.InstanceDeadlineExceeded;
import aurora.restore.error.InstanceFailed;
import aurora.restore.operation.InstanceStep;
import aurora.restore.operation.Look;
import aurora.restore.operation.Ownership;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.rds.model.DBInstance;

/** Looks once whether an instance is available. */
public final class WaitForInstanceHandler extends JsonHandler<InstanceStep, Look> {
  /** In these an instance serves (Aurora User Guide, "Viewing DB instance status"). */
  private static final Set<String> READY =
      Set.of("available", "storage-initialization", "storage-optimization");

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
          "restore-error",
          "stopped",
          "storage-full",
          "upgrade-failed");

  private final Edge edge;
  private final OperationTable operations;

  public WaitForInstanceHandler() {
    this(Edge.ofContainer());
  }

  public WaitForInstanceHandler(Edge edge) {
    super(edge, InstanceStep.class);
    this.edge = edge;
    this.operations = OperationTable.of(edge);
  }

  @Override
  protected Look handle(InstanceStep step) {
    var now = edge.clock().instant();
    var found = new ClusterLook(edge.aws(), step.plan()).instance(step.instance().id());
    var look = look(step, found, now);
    operations.progress(step.step(), step.instance().id(), look, now);
    return look;
  }

  private static Look look(InstanceStep step, Optional<DBInstance> found, Instant now) {
    var subject = "instance " + step.instance().id();
    var wait = step.step().waiting(step.plan().deadlines().instanceHours(), now);
    if (found.isEmpty()) {
      if (step.step().isUnseenForGood(now)) {
        throw new InstanceFailed(subject, "it doesn't exist any more");
      }
      return Look.pending("not seen yet", null, wait.pauseSeconds());
    }
    var status = found.get().dbInstanceStatus();
    Ownership.require(step.plan(), subject, found.get().tagList());
    if (READY.contains(status)) {
      return Look.ready(status);
    }
    if (NO_CAPACITY.equals(status)) {
      // Not InsufficientCapacity: that passes for a redrive, this instance never becomes available.
      throw new InstanceFailed(
          subject,
          "it is " + status,
          "delete the instance and start again with the same operation_id later, or have the"
              + " operation cleaned up and start again with another instance_class");
    }
    if (BROKEN.contains(status)) {
      throw new InstanceFailed(subject, "it is " + status);
    }
    if (wait.isOver()) {
      throw new InstanceDeadlineExceeded(
          subject, "it is " + status + " after " + wait.waitedInWords());
    }
    return Look.pending(status, null, wait.pauseSeconds());
  }
}
