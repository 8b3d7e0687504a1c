package aurora.restore.plan;

import aurora.restore.operation.ExecutionContext;
import aurora.restore.operation.OperationId;
import aurora.restore.operation.StateContext;
import aurora.restore.telemetry.HasTrace;
import aurora.restore.telemetry.Trace;

/** What Plan Restore is handed: the execution, whose input is the restore's. */
public record PlanInput(ExecutionContext execution, StateContext state) implements HasTrace {

  @Override
  public Trace trace() {
    return execution.trace(OperationId.of(execution.input(), execution.name()), state);
  }
}
