package aurora.restore.cleanup;

import aurora.restore.operation.ExecutionContext;
import aurora.restore.operation.OperationId;
import aurora.restore.operation.StateContext;
import aurora.restore.telemetry.HasTrace;
import aurora.restore.telemetry.Trace;

/** What Plan Clean Up is handed: the execution, whose input is the clean-up's. */
public record CleanUpInput(ExecutionContext execution, StateContext state) implements HasTrace {

  @Override
  public Trace trace() {
    return execution.trace(OperationId.of(execution.input(), execution.name()), state);
  }
}
