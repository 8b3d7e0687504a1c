package aurora.restore.error;

/** The target region holds as many manual cluster snapshots as its quota allows. */
public final class SnapshotQuotaExceeded extends OperatorError {
  private static final long serialVersionUID = 1L;

  public SnapshotQuotaExceeded(String subject, String happened) {
    super(
        subject,
        happened,
        "delete manual snapshots in that region or have quota L-9B510759 raised, then redrive");
  }
}
