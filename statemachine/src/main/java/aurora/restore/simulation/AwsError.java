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

  /**
   * That the caller isn't allowed to, by the code of its own that each kind of service has for it
   * (of EC2: its API Reference, "Client error codes").
   *
   * @param service the name that requests are signed for, e.g. {@code rds}
   */
  public static AwsError denial(String service, String message) {
    return switch (service) {
      case "rds" -> new AwsError("AccessDenied", 403, message);
      case "sns" -> new AwsError("AuthorizationError", 403, message);
      case "ec2" -> new AwsError("UnauthorizedOperation", 403, message);
      case String other -> new AwsError("AccessDeniedException", 400, message);
    };
  }

  public String code() {
    return code;
  }

  public int httpStatus() {
    return httpStatus;
  }
}
