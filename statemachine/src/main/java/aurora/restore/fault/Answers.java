package aurora.restore.fault;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Caller;

/** How each service says that it can't, mustn't or won't. */
public final class Answers {
  private Answers() {}

  /**
   * The services of the Query API answer the second, EC2 the first (its API Reference, "Error
   * codes").
   */
  public static AwsError throttled(String service) {
    return switch (service) {
      case "ec2" -> new AwsError("RequestLimitExceeded", 503, "Request limit exceeded.");
      case "rds", "sns" -> new AwsError("Throttling", 400, "Rate exceeded");
      case String other -> new AwsError("ThrottlingException", 400, "Rate exceeded");
    };
  }

  static AwsError denied(Caller caller, String service, String operation) {
    return AwsError.denial(
        service,
        "User: arn:aws:sts::%s:assumed-role/%s is not authorized to perform: %s:%s"
            .formatted(caller.account(), caller.function(), service, operation));
  }

  public static AwsError broken(String service) {
    return service.equals("dynamodb")
        ? new AwsError("InternalServerError", 500, "The request could not be completed")
        : new AwsError("InternalFailure", 500, "An internal error has occurred");
  }
}
