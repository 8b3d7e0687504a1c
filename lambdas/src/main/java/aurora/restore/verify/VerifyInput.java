package aurora.restore.verify;

import aurora.restore.operation.ExecutionContext;
import aurora.restore.operation.Recorded;
import aurora.restore.operation.RestorePlan;
import aurora.restore.operation.StateContext;
import aurora.restore.operation.Step;
import aurora.restore.operation.Wait;
import aurora.restore.telemetry.HasTrace;
import aurora.restore.telemetry.Trace;
import java.time.Instant;
import java.util.List;

/**
 * What Verify Restore is handed.
 *
 * @param since when the last phase before it was over; null in an execution of an older definition
 * @param timeline the milestones reached, in order
 */
public record VerifyInput(
    RestorePlan plan,
    ExecutionContext execution,
    StateContext state,
    Instant since,
    List<Recorded> timeline)
    implements HasTrace {

  /** Whether the definition that calls waits for what is pending; an older one doesn't. */
  boolean waits() {
    return since != null;
  }

  /** The same as other steps have it. */
  Step step() {
    return new Step(plan, execution, state, waits() ? since : timeline.getLast().at(), null, null);
  }

  /** How long what passes may take: as long as an instance, after the settings that take longer. */
  Wait waiting(Instant now) {
    var deadlines = plan.deadlines();
    var settings = plan.cluster().needsSecondCalls() ? deadlines.restoreHours() : 0;
    return step().waiting(settings + deadlines.instanceHours(), now);
  }

  @Override
  public Trace trace() {
    return execution.trace(plan.operationId(), state);
  }
}
