package aurora.restore.audit;

import aurora.restore.operation.CleanUpPlan;
import aurora.restore.operation.ExecutionContext;
import aurora.restore.operation.StateContext;
import aurora.restore.telemetry.HasTrace;
import aurora.restore.telemetry.Trace;

/** What Purge Records is handed. */
public record PurgeInput(CleanUpPlan plan, ExecutionContext execution, StateContext state)
    implements HasTrace {

  @Override
  public Trace trace() {
    return execution.trace(plan.operationId(), state);
  }
}
