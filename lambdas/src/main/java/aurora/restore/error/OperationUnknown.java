package aurora.restore.error;

/** No record and no resource tells of the operation that is to be cleaned up. */
public final class OperationUnknown extends OperatorError {
  private static final long serialVersionUID = 1L;

  public OperationUnknown(String subject, String happened) {
    super(
        subject,
        happened,
        "look the operation_id up in the mails or tags of the restore, and start again with that"
            + " one");
  }
}
