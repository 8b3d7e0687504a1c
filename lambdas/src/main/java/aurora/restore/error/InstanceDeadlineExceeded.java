package aurora.restore.error;

/** An instance wasn't available within instance_deadline_hours. */
public final class InstanceDeadlineExceeded extends OperatorError {
  private static final long serialVersionUID = 1L;

  public InstanceDeadlineExceeded(String subject, String happened) {
    super(
        subject,
        happened,
        "redrive to wait for as long again, or start again with a longer instance_deadline_hours");
  }
}
