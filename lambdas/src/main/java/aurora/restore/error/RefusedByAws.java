package aurora.restore.error;

/** AWS refused a call for a reason that the pipeline has no name for. */
public final class RefusedByAws extends OperatorError {
  private static final long serialVersionUID = 1L;

  public RefusedByAws(String subject, String happened) {
    super(subject, happened, "mend what the message names, then redrive");
  }
}
