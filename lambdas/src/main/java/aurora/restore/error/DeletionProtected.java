package aurora.restore.error;

/** The cluster is protected from deletion. Nothing was deleted. */
public final class DeletionProtected extends OperatorError {
  private static final long serialVersionUID = 1L;

  public DeletionProtected(String subject, String happened) {
    super(
        subject,
        happened,
        "if it is to go all the same, start the clean-up again with disable_deletion_protection:"
            + " true");
  }
}
