package aurora.restore.error;

/** An instance ended in a status from which it never becomes available. */
public final class InstanceFailed extends OperatorError {
  private static final long serialVersionUID = 1L;

  public InstanceFailed(String subject, String happened) {
    super(
        subject,
        happened,
        "mend the cause, delete the instance, and start again with the same operation_id");
  }

  public InstanceFailed(String subject, String happened, String remedy) {
    super(subject, happened, remedy);
  }
}
