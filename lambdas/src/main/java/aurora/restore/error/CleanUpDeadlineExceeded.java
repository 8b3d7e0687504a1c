package aurora.restore.error;

/** Something was still there two hours after its clean-up had begun. */
public final class CleanUpDeadlineExceeded extends OperatorError {
  private static final long serialVersionUID = 1L;

  public CleanUpDeadlineExceeded(String subject, String happened) {
    super(
        subject,
        happened,
        "see in the RDS console what holds it, then redrive to wait for as long again");
  }
}
