package aurora.restore.fault;

/** A fault can't be ordered as it was: the message says why and what could be. */
public final class FaultRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FaultRefused(String message) {
    super(message);
  }
}
