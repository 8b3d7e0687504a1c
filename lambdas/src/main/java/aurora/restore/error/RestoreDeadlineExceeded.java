package aurora.restore.error;

/** The cluster wasn't available within restore_deadline_hours. */
public final class RestoreDeadlineExceeded extends OperatorError {
  private static final long serialVersionUID = 1L;

  public RestoreDeadlineExceeded(String subject, String happened) {
    super(
        subject,
        happened,
        "redrive to wait for as long again, or start again with a longer restore_deadline_hours");
  }
}
