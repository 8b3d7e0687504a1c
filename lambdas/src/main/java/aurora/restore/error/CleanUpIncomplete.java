package aurora.restore.error;

/** A clean-up had deleted all it knew of, and something of the operation is there. */
public final class CleanUpIncomplete extends OperatorError {
  private static final long serialVersionUID = 1L;

  public CleanUpIncomplete(String subject, String happened) {
    super(
        subject,
        happened,
        "start the clean-up again: it looks for everything that carries the tag");
  }
}
