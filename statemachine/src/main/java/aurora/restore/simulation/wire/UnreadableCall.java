package aurora.restore.simulation.wire;

/** A call that can't be read: unsigned, without an operation, or with a value of another type. */
public final class UnreadableCall extends SimulationError {
  private static final long serialVersionUID = 1L;

  UnreadableCall(String message) {
    super(message);
  }

  UnreadableCall(String message, Throwable cause) {
    super(message, cause);
  }
}
