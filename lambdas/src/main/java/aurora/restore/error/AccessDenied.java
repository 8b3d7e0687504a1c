package aurora.restore.error;

/** AWS denied a call of a function. */
public final class AccessDenied extends OperatorError {
  private static final long serialVersionUID = 1L;

  /**
   * @param action the IAM action, e.g. {@code rds:CopyDBClusterSnapshot}
   * @param function the function whose role lacks it
   * @param happened what AWS said
   */
  public AccessDenied(String action, String function, String happened) {
    super(
        action,
        "denied to the function " + function + ": " + happened,
        "allow " + action + " to the role of " + function + ", then redrive");
  }
}
