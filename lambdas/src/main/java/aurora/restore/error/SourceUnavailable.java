package aurora.restore.error;

/** The source snapshot, which was there when the plan was made, can't be copied any more. */
public final class SourceUnavailable extends OperatorError {
  private static final long serialVersionUID = 1L;

  public SourceUnavailable(String subject, String happened) {
    super(subject, happened, "start again with another snapshot");
  }
}
