package aurora.restore.snapshot;

import aurora.restore.audit.Claims;
import aurora.restore.edge.Edge;
import aurora.restore.edge.JsonHandler;
import aurora.restore.edge.Primed;
import aurora.restore.error.CopyDeadlineExceeded;
import aurora.restore.error.CopyFailed;
import aurora.restore.operation.Awaited;
import aurora.restore.operation.Ownership;
import aurora.restore.operation.Readiness;
import aurora.restore.operation.Step;
import aurora.restore.operation.WaitAnswer;
import aurora.restore.rds.RdsLookup;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;

/** Looks once whether the copy is available. Looking never waits: the state machine owns time. */
public final class WaitForCopyHandler extends JsonHandler<Step, WaitAnswer> {
  private static final String READY = "available";
  private static final String FAILED = "failed";

  /** From these a copy never becomes available; any other status may pass. */
  private static final Set<String> BROKEN = Set.of(FAILED, "deleting", "deleted");

  private final Edge edge;
  private final Claims claims;

  public WaitForCopyHandler() {
    this(Edge.ofContainer(Primed.RDS, Primed.DYNAMO_DB));
  }

  public WaitForCopyHandler(Edge edge) {
    super(edge, Step.class);
    this.edge = edge;
    this.claims = Claims.of(edge);
  }

  @Override
  protected WaitAnswer handle(Step step) {
    var plan = step.plan();
    var now = edge.clock().instant();
    var rds = new RdsLookup(edge.aws().rds(plan.targetRegion()));
    var look =
        step.waitingFor(Awaited.COPY, plan.deadlines().copyHours(), now)
            .await(
                Readiness.unlessThrottled(
                    () -> readiness(step, rds.snapshot(plan.copy().id()), now)),
                late ->
                    new CopyDeadlineExceeded(CopySnapshotHandler.subject(plan), "it is " + late));
    claims.progress(step, plan.copy().id(), look, now);
    return look;
  }

  private Readiness readiness(Step step, Optional<DBClusterSnapshot> found, Instant now) {
    var subject = CopySnapshotHandler.subject(step.plan());
    if (step.isRedrivenSinceMade() && isLost(step, found, now)) {
      return new Readiness.Lost("lost before the redrive"); // Copy Snapshot replaces it
    }
    if (found.isEmpty()) {
      return step.isUnseenForGood(now)
          ? broken(step, subject, "it doesn't exist any more")
          : new Readiness.Pending("not seen yet", 0);
    }
    var copy = found.get();
    Ownership.require(step.plan(), subject, copy.tagList());
    if (READY.equals(copy.status())) {
      return new Readiness.Ready(copy.status());
    }
    return BROKEN.contains(copy.status())
        ? broken(step, subject, "it is " + copy.status())
        : new Readiness.Pending(copy.status(), copy.percentProgress());
  }

  /** RDS doesn't say why a copy fails: what can be looked up of the cause is told with it. */
  private Readiness broken(Step step, String subject, String happened) {
    var cause = new CopyFailureCause(edge.aws(), step.plan()).inWords();
    return new Readiness.Broken(new CopyFailed(subject, happened + "; " + cause));
  }

  private static boolean isLost(Step step, Optional<DBClusterSnapshot> found, Instant now) {
    return found
        .map(copy -> FAILED.equals(copy.status()))
        .orElseGet(() -> step.isUnseenForGood(now));
  }
}
