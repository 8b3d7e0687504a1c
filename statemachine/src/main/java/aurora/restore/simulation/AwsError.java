package aurora.restore.simulation;

/** A refusal of a simulated service, as it goes over the wire. */
public final class AwsError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final int httpStatus;

  /**
   * @param code the wire code, e.g. {@code DBClusterSnapshotAlreadyExistsFault}
   * @param httpStatus the HTTP status, e.g. 400
   * @param message what the service says
   */
  public AwsError(String code, int httpStatus, String message) {
    super(message);
    this.code = code;
    this.httpStatus = httpStatus;
  }

  public String code() {
    return code;
  }

  public int httpStatus() {
    return httpStatus;
  }
}
