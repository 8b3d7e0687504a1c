package aurora.restore.error;

/** AWS has no capacity for the instance class or the cluster in those zones at present. */
public final class InsufficientCapacity extends OperatorError {
  private static final long serialVersionUID = 1L;

  public InsufficientCapacity(String subject, String happened) {
    super(
        subject,
        happened,
        "redrive later, or clean up and start again with another instance_class or subnets in other"
            + " zones");
  }
}
