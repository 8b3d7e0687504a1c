package aurora.restore.error;

/** The cluster is stopped, and RDS deletes no stopped cluster. */
public final class ClusterStopped extends OperatorError {
  private static final long serialVersionUID = 1L;

  public ClusterStopped(String subject, String happened, String remedy) {
    super(subject, happened, remedy);
  }
}
