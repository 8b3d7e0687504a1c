package aurora.restore.engine;

/** No execution has this ARN. */
public final class ExecutionDoesNotExist extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ExecutionDoesNotExist(String executionArn) {
    super("Execution Does Not Exist: " + executionArn);
  }
}
