package aurora.restore.verify;

import aurora.restore.operation.ExecutionContext;
import aurora.restore.operation.Recorded;
import aurora.restore.operation.RestorePlan;
import aurora.restore.operation.StateContext;
import aurora.restore.operation.Step;
import aurora.restore.operation.Wait;
import aurora.restore.telemetry.Trace;
import aurora.restore.telemetry.Traced;
import java.time.Instant;
import java.util.List;

/**
 * What Verify Restore is handed.
 *
 * @param since when the last phase before it was over
 * @param timeline the milestones reached, in order
 */
public record VerifyInput(
    RestorePlan plan,
    ExecutionContext execution,
    StateContext state,
    Instant since,
    List<Recorded> timeline)
    implements Traced {

  /** In an execution of an older definition nothing says when the phase began but the timeline. */
  public VerifyInput {
    since = since == null ? timeline.getLast().at() : since;
  }

  /** The same as other steps have it. */
  Step step() {
    return new Step(plan, execution, state, since, null);
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
