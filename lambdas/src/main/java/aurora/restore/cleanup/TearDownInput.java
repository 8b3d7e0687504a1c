package aurora.restore.cleanup;

import aurora.restore.operation.CleanUpPlan;
import aurora.restore.operation.ExecutionContext;
import aurora.restore.operation.StateContext;
import aurora.restore.telemetry.HasTrace;
import aurora.restore.telemetry.Trace;
import java.time.Instant;

/**
 * What Tear Down is handed.
 *
 * @param since when the clean-up began to delete: its deadline counts from then
 */
public record TearDownInput(
    CleanUpPlan plan, ExecutionContext execution, StateContext state, Instant since)
    implements HasTrace {

  @Override
  public Trace trace() {
    return execution.trace(plan.operationId(), state);
  }
}
