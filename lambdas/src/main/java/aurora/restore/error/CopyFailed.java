package aurora.restore.error;

/** The copy of the snapshot ended in a status from which it never becomes available. */
public final class CopyFailed extends OperatorError {
  private static final long serialVersionUID = 1L;

  public CopyFailed(String subject, String happened) {
    super(subject, happened, "mend the cause, then redrive: a failed copy is replaced");
  }
}
