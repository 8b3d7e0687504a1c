package aurora.restore.error;

/** The copy of the snapshot ended in a status from which it never becomes available. */
public final class CopyFailed extends OperatorError {
  private static final long serialVersionUID = 1L;

  public CopyFailed(String subject, String happened) {
    super(
        subject,
        happened,
        "mend the cause and start again with the same operation_id: a failed copy is replaced");
  }

  public CopyFailed(String subject, String happened, String remedy) {
    super(subject, happened, remedy);
  }
}
