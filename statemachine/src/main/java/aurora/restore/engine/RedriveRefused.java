package aurora.restore.engine;

/** RedriveExecution was refused with ExecutionNotRedrivable; the message says why. */
public final class RedriveRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RedriveRefused(String reason) {
    super(reason);
  }

  public String error() {
    return "ExecutionNotRedrivable";
  }
}
