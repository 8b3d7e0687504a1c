package aurora.restore.error;

/** A quota of the target region, other than that of manual snapshots, is used up. */
public final class QuotaExceeded extends OperatorError {
  private static final long serialVersionUID = 1L;

  public QuotaExceeded(String subject, String happened) {
    super(subject, happened, "free what isn't needed or have the quota raised, then redrive");
  }
}
