package aurora.restore.error;

/** A resource of the name that the plan minted exists and belongs to somebody else. */
public final class ResourceNotOurs extends OperatorError {
  private static final long serialVersionUID = 1L;

  public ResourceNotOurs(String subject, String happened) {
    super(
        subject,
        happened,
        "delete or rename it if it is yours to delete, then redrive; or start again with another"
            + " operation_id or cluster_id");
  }

  public ResourceNotOurs(String subject, String happened, String remedy) {
    super(subject, happened, remedy);
  }
}
