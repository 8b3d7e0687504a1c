package aurora.restore.error;

/** The cluster ended in a status from which it never becomes available. */
public final class ClusterFailed extends OperatorError {
  private static final long serialVersionUID = 1L;

  public ClusterFailed(String subject, String happened) {
    super(subject, happened, "mend the cause, have the operation cleaned up, and start again");
  }
}
