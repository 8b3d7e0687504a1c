package aurora.restore.error;

/** RDS refuses the subnets, the VPC or the security groups. */
public final class NetworkUnusable extends OperatorError {
  private static final long serialVersionUID = 1L;

  public NetworkUnusable(String subject, String happened) {
    super(
        subject,
        happened,
        "start again with subnet_ids in two zones or more of vpc_id, and security_group_ids of that"
            + " VPC");
  }

  public NetworkUnusable(String subject, String happened, String remedy) {
    super(subject, happened, remedy);
  }
}
