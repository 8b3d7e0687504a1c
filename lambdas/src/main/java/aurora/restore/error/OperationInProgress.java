package aurora.restore.error;

/** Another execution runs this operation. */
public final class OperationInProgress extends OperatorError {
  private static final long serialVersionUID = 1L;

  public OperationInProgress(String subject, String happened) {
    super(
        subject,
        happened,
        "wait for it to end, stop it, or start this one with an operation_id of its own");
  }

  public OperationInProgress(String subject, String happened, String remedy) {
    super(subject, happened, remedy);
  }
}
