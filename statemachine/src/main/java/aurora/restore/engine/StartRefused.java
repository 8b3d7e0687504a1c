package aurora.restore.engine;

/** StartExecution was refused (Step Functions API Reference, StartExecution, Errors). */
public final class StartRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String error;

  StartRefused(String error, String message) {
    super(message);
    this.error = error;
  }

  /** ExecutionAlreadyExists, InvalidName, InvalidExecutionInput or StateMachineDoesNotExist. */
  public String error() {
    return error;
  }
}
