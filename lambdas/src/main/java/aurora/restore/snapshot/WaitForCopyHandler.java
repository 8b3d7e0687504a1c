package aurora.restore.snapshot;

import aurora.restore.audit.OperationTable;
import aurora.restore.edge.Edge;
import aurora.restore.edge.JsonHandler;
import aurora.restore.error.CopyDeadlineExceeded;
import aurora.restore.error.CopyFailed;
import aurora.restore.operation.Look;
import aurora.restore.operation.Ownership;
import aurora.restore.operation.Step;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;

/** Looks once whether the copy is available. Looking never waits: the state machine owns time. */
public final class WaitForCopyHandler extends JsonHandler<Step, Look> {
  private static final String READY = "available";
  private static final String FAILED = "failed";

  /** From these a copy never becomes available; any other status may pass. */
  private static final Set<String> BROKEN = Set.of(FAILED, "deleting", "deleted");

  private final Edge edge;
  private final OperationTable operations;

  public WaitForCopyHandler() {
    this(Edge.ofContainer());
  }

  public WaitForCopyHandler(Edge edge) {
    super(edge, Step.class);
    this.edge = edge;
    this.operations = OperationTable.of(edge);
  }

  @Override
  protected Look handle(Step step) {
    var now = edge.clock().instant();
    var look = look(step, found(step), now);
    operations.progress(step, step.plan().copy().id(), look, now);
    return look;
  }

  private static Look look(Step step, Optional<DBClusterSnapshot> found, Instant now) {
    var subject = CopySnapshotHandler.subject(step.plan());
    if (step.isRedrivenSinceMade() && isLost(step, found, now)) {
      return Look.again("lost before the redrive"); // Copy Snapshot replaces it
    }
    var wait = step.waiting(step.plan().deadlines().copyHours(), now);
    if (found.isEmpty()) {
      if (step.isUnseenForGood(now)) {
        throw new CopyFailed(subject, "it doesn't exist any more");
      }
      return Look.pending("not seen yet", 0, wait.pauseSeconds());
    }
    var copy = found.get();
    Ownership.require(step.plan(), subject, copy.tagList());
    if (READY.equals(copy.status())) {
      return Look.ready(copy.status());
    }
    if (BROKEN.contains(copy.status())) {
      throw new CopyFailed(subject, "it is " + copy.status());
    }
    if (wait.isOver()) {
      throw new CopyDeadlineExceeded(
          subject,
          "it is "
              + copy.status()
              + " at "
              + copy.percentProgress()
              + " % after "
              + wait.waitedInWords());
    }
    return Look.pending(copy.status(), copy.percentProgress(), wait.pauseSeconds());
  }

  private static boolean isLost(Step step, Optional<DBClusterSnapshot> found, Instant now) {
    return found
        .map(copy -> FAILED.equals(copy.status()))
        .orElseGet(() -> step.isUnseenForGood(now));
  }

  /** Empty is judged by how long it has been unseen. */
  private Optional<DBClusterSnapshot> found(Step step) {
    return Copy.find(step.plan().copy().id(), edge.aws().rds(step.plan().targetRegion()));
  }
}
