package aurora.restore.error;

/** The copy wasn't available within copy_deadline_hours. */
public final class CopyDeadlineExceeded extends OperatorError {
  private static final long serialVersionUID = 1L;

  public CopyDeadlineExceeded(String subject, String happened) {
    super(
        subject,
        happened,
        "redrive to wait for as long again, or start again with a longer copy_deadline_hours");
  }
}
