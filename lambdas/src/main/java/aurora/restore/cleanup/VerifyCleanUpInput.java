package aurora.restore.cleanup;

import aurora.restore.operation.CleanUpPlan;
import aurora.restore.operation.ExecutionContext;
import aurora.restore.operation.StateContext;
import aurora.restore.telemetry.HasTrace;
import aurora.restore.telemetry.Trace;
import java.util.List;

/**
 * What Verify Clean Up is handed.
 *
 * @param warnings what went wrong without stopping the clean-up
 */
public record VerifyCleanUpInput(
    CleanUpPlan plan, ExecutionContext execution, StateContext state, List<String> warnings)
    implements HasTrace {

  @Override
  public Trace trace() {
    return execution.trace(plan.operationId(), state);
  }
}
