package aurora.restore.simulation.wire;

/** A call that can't be read: unsigned, without an operation, or with a value of another type. */
public final class UnreadableCall extends SimulationError {
  private static final long serialVersionUID = 1L;

  private final boolean unsigned;

  UnreadableCall(String message) {
    super(message);
    this.unsigned = false;
  }

  UnreadableCall(String message, Throwable cause) {
    super(message, cause);
    this.unsigned = false;
  }

  private UnreadableCall(boolean unsigned, String message) {
    super(message);
    this.unsigned = unsigned;
  }

  static UnreadableCall unsigned(String host) {
    return new UnreadableCall(
        true,
        "a call to "
            + host
            + " carries no Signature Version 4 credential in its Authorization header");
  }

  boolean isUnsigned() {
    return unsigned;
  }
}
