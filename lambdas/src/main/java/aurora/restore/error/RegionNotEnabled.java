package aurora.restore.error;

/** A call was made to a region that the account hasn't enabled. */
public final class RegionNotEnabled extends OperatorError {
  private static final long serialVersionUID = 1L;

  /**
   * @param action the IAM action, e.g. {@code rds:DescribeDBClusters}
   * @param happened what AWS said
   */
  public RegionNotEnabled(String action, String happened) {
    super(
        action,
        "the region of the call doesn't know the account: " + happened,
        "enable the region (aws account enable-region --region-name REGION), then redrive");
  }
}
