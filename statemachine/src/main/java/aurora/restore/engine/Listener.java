package aurora.restore.engine;

import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/**
 * Hears of everything that happens to the executions of an engine, as it happens. A listener may
 * start executions; whatever it wants to do to the execution it hears of (stop, redrive), it has to
 * schedule as an event of its own, since that execution is in the middle of a step.
 */
public interface Listener {
  /** An execution started, was redriven, or ended: what EventBridge would be told. */
  default void onStatusChange(StatusChange change) {}

  /** An event was appended to an execution's history. */
  default void onEvent(Execution execution, HistoryEvent event) {}
}
