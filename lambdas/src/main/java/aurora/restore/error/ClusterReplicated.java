package aurora.restore.error;

/** Other clusters depend on the cluster: it is a member of a global database or has replicas. */
public final class ClusterReplicated extends OperatorError {
  private static final long serialVersionUID = 1L;

  public ClusterReplicated(String subject, String happened, String remedy) {
    super(subject, happened, remedy);
  }
}
