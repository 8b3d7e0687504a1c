package aurora.restore.error;

/** The cluster is stopped: RDS neither adds instances to a stopped cluster nor deletes it. */
public final class ClusterStopped extends OperatorError {
  private static final long serialVersionUID = 1L;

  public ClusterStopped(String subject, String happened, String remedy) {
    super(subject, happened, remedy);
  }
}
