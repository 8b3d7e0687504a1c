package aurora.restore.engine;

/**
 * A state can't do what it was asked to. Retry and Catch see the error name; what they leave ends
 * the execution.
 */
final class StateFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  static final String TIMEOUT = "States.Timeout";
  static final String TASK_FAILED = "States.TaskFailed";
  static final String ALL = "States.ALL";
  static final String RUNTIME = "States.Runtime";
  static final String DATA_LIMIT = "States.DataLimitExceeded";
  static final String QUERY = "States.QueryEvaluationError";
  static final String NO_CHOICE = "States.NoChoiceMatched";

  private final String error;
  private final String field;

  private StateFailure(String error, String cause, String field) {
    super(cause);
    this.error = error;
    this.field = field;
  }

  static StateFailure of(String error, String cause) {
    return new StateFailure(error, cause, null);
  }

  /** The evaluation of a field went wrong. */
  static StateFailure query(String field, String cause) {
    return new StateFailure(QUERY, cause, field);
  }

  /** The same failure as the states around see it: its evaluation has been recorded inside. */
  StateFailure outside() {
    return of(error, getMessage());
  }

  String error() {
    return error;
  }

  String cause() {
    return getMessage();
  }

  /** The field whose evaluation went wrong; null where none did. */
  String field() {
    return field;
  }
}
