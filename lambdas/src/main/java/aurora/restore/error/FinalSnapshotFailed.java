package aurora.restore.error;

/** The final snapshot can't be used. Neither the cluster nor any instance was deleted. */
public final class FinalSnapshotFailed extends OperatorError {
  private static final long serialVersionUID = 1L;

  public FinalSnapshotFailed(String subject, String happened, String remedy) {
    super(subject, happened, remedy);
  }
}
