package aurora.restore.verify;

import aurora.restore.operation.ExecutionContext;
import aurora.restore.operation.Recorded;
import aurora.restore.operation.RestorePlan;
import aurora.restore.operation.StateContext;
import aurora.restore.telemetry.Trace;
import aurora.restore.telemetry.Traced;
import java.util.List;

/**
 * What Verify Restore is handed.
 *
 * @param timeline the milestones reached, in order
 */
public record VerifyInput(
    RestorePlan plan, ExecutionContext execution, StateContext state, List<Recorded> timeline)
    implements Traced {

  @Override
  public Trace trace() {
    return execution.trace(plan.operationId(), state);
  }
}
