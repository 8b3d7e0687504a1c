package aurora.restore.cluster;

import aurora.restore.operation.ExecutionContext;
import aurora.restore.operation.Milestone;
import aurora.restore.operation.Recorded;
import aurora.restore.operation.RestorePlan;
import aurora.restore.operation.StateContext;
import aurora.restore.telemetry.HasTrace;
import aurora.restore.telemetry.Trace;
import java.time.Instant;
import java.util.List;

/**
 * What Restore Cluster is handed.
 *
 * @param timeline the milestones reached, in order; null in an execution of an older definition
 */
public record RestoreStep(
    RestorePlan plan,
    ExecutionContext execution,
    StateContext state,
    Instant since,
    List<Recorded> timeline)
    implements HasTrace {

  /** Whether the definition that calls goes back to the copy; an older one doesn't. */
  boolean goesBack() {
    return timeline != null;
  }

  @Override
  public Trace trace() {
    return execution.trace(plan.operationId(), state);
  }

  /** How often the snapshot has been copied since the execution began or was last redriven. */
  long copies() {
    var from = execution.redrivenAt().orElse(execution.startedAt());
    return timeline.stream()
        .filter(reached -> reached.event() == Milestone.SNAPSHOT_COPIED)
        .filter(reached -> !reached.at().isBefore(from))
        .count();
  }
}
