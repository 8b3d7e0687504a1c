package aurora.restore.simulation;

import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/** A refusal of a simulated service, as it goes over the wire. */
public final class AwsError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final int httpStatus;

  /** Not written with the exception, which never leaves its JVM. */
  private final transient SdkPojo members;

  /**
   * @param code the wire code, e.g. {@code DBClusterSnapshotAlreadyExistsFault}
   * @param httpStatus the HTTP status, e.g. 400
   * @param message what the service says
   */
  public AwsError(String code, int httpStatus, String message) {
    this(code, httpStatus, message, null);
  }

  /**
   * @param members the SDK's exception, for what else the refusal tells beside its message
   */
  public AwsError(String code, int httpStatus, String message, SdkPojo members) {
    super(message);
    this.code = code;
    this.httpStatus = httpStatus;
    this.members = members;
  }

  /**
   * That the caller isn't allowed to, by the code of its own that each kind of service has for it
   * (of EC2: its API Reference, "Client error codes").
   *
   * @param service the name that requests are signed for, e.g. {@code rds}
   */
  public static AwsError denial(String service, String message) {
    return switch (service) {
      case "rds", "s3" -> new AwsError("AccessDenied", 403, message);
      case "sns" -> new AwsError("AuthorizationError", 403, message);
      case "ec2" -> new AwsError("UnauthorizedOperation", 403, message);
      case "rds-data" -> new AwsError("AccessDeniedException", 403, message);
      case String other -> new AwsError("AccessDeniedException", 400, message);
    };
  }

  public String code() {
    return code;
  }

  public int httpStatus() {
    return httpStatus;
  }

  /** What the refusal tells beside its message; empty where that is all. */
  public Optional<SdkPojo> members() {
    return Optional.ofNullable(members);
  }
}
