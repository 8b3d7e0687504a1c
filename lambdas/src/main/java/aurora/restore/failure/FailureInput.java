package aurora.restore.failure;

import aurora.restore.operation.ExecutionContext;
import aurora.restore.operation.StateContext;
import aurora.restore.telemetry.HasTrace;
import aurora.restore.telemetry.Trace;

/**
 * What Describe Failure is handed: the event that the rule matched.
 *
 * @param execution the one that reports; null where an older definition doesn't tell
 */
public record FailureInput(StatusEvent event, ExecutionContext execution, StateContext state)
    implements HasTrace {

  /** About the operation whose execution failed. */
  @Override
  public Trace trace() {
    var operationId = event.detail().operationId();
    return execution == null
        ? new Trace(operationId, null, null, null, null, null)
        : execution.trace(operationId, state);
  }
}
