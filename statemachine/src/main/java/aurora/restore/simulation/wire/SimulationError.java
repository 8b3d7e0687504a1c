package aurora.restore.simulation.wire;

/**
 * Something is wrong with the simulation, or it lacks what is asked of it: the run must stop and be
 * mended. An {@link Error}, so that neither the SDK's retries nor a handler's {@code catch
 * (RuntimeException)} takes it for an answer of AWS.
 */
public abstract sealed class SimulationError extends Error
    permits ServiceBroke, UnknownOperation, UnknownParameter, UnknownService, UnreadableCall {
  private static final long serialVersionUID = 1L;

  SimulationError(String message) {
    super(message);
  }

  SimulationError(String message, Throwable cause) {
    super(message, cause);
  }
}
