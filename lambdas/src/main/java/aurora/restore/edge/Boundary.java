package aurora.restore.edge;

import aurora.restore.error.AccessDenied;
import aurora.restore.error.OperatorError;
import aurora.restore.error.RefusedByAws;
import aurora.restore.error.RegionNotEnabled;
import aurora.restore.error.TransientFailure;
import aurora.restore.telemetry.Withheld;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Names what AWS answered and no handler had a name for. Step Functions matches error names
 * literally, without inheritance, so every failure that leaves a function is one of ours.
 */
public final class Boundary {
  /**
   * The Query API has long answered the first, newer services the second, EC2 the third, the Data
   * API the last.
   */
  private static final Set<String> DENIALS =
      Set.of(
          "AccessDenied",
          "AccessDeniedException",
          "UnauthorizedOperation",
          "NotAuthorized",
          "AuthorizationError",
          "ForbiddenException");

  /**
   * What DynamoDB answers while another transaction is at the same item, with HTTP 400 (DynamoDB
   * API Reference, UpdateItem and TransactWriteItems, Errors). The SDK doesn't try these again.
   */
  private static final Set<String> CONFLICTS =
      Set.of("TransactionConflictException", "TransactionInProgressException");

  /** How a refusal says what was missing, where it does. */
  private static final Pattern MISSING =
      Pattern.compile("not authorized to perform: ([a-z0-9-]+:[A-Za-z]+)");

  /**
   * What services answer in a region that the account hasn't enabled: the credentials aren't known
   * there (AWS Account Management Reference, "Enable or disable AWS Regions in your account").
   */
  private static final Set<String> NOT_ENABLED =
      Set.of("AuthFailure", "InvalidClientTokenId", "OptInRequired", "UnrecognizedClientException");

  private Boundary() {}

  public static boolean isDenial(AwsServiceException e) {
    return e.awsErrorDetails() != null && DENIALS.contains(e.awsErrorDetails().errorCode());
  }

  /** Whether the region of the call doesn't know the account. */
  public static boolean isRegionNotEnabled(SdkException e) {
    return e instanceof AwsServiceException refusal
        && refusal.awsErrorDetails() != null
        && NOT_ENABLED.contains(refusal.awsErrorDetails().errorCode());
  }

  /** Whether the service has no host in the region of the call. */
  public static boolean isHostUnknown(SdkException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a deletion was denied only because there is nothing to delete any more. A role that
   * deletes by the tag is denied what has none, and what is gone has none: to a first try whose
   * answer was lost, the second is answered so.
   *
   * @param isThere looks whether the resource still exists; asked after a denial alone
   */
  public static boolean isDenialOfWhatIsGone(AwsServiceException e, BooleanSupplier isThere) {
    return isDenial(e) && !isThere.getAsBoolean();
  }

  /** Whether the same call may succeed later without anybody's doing. */
  public static boolean isTransient(AwsServiceException e) {
    return e.isThrottlingException() || e.statusCode() >= 500 || isConflict(e);
  }

  private static boolean isConflict(AwsServiceException e) {
    return e.awsErrorDetails() != null && CONFLICTS.contains(e.awsErrorDetails().errorCode());
  }

  /** The IAM action of a failed call, e.g. {@code rds:DescribeDBClusters}. */
  public static String action(SdkException e) {
    return CalledAction.of(e);
  }

  static OperatorError named(SdkException e, String function) {
    var action = CalledAction.of(e);
    if (!(e instanceof AwsServiceException refusal)) {
      return new TransientFailure(
          action, "no answer from AWS (" + Withheld.from(e.getMessage()) + ")");
    }
    if (isDenial(refusal)) {
      return new AccessDenied(missing(refusal, action), function, said(refusal));
    }
    if (isRegionNotEnabled(refusal)) {
      return new RegionNotEnabled(action, said(refusal));
    }
    if (isTransient(refusal)) {
      return new TransientFailure(action, said(refusal));
    }
    return new RefusedByAws(action, said(refusal));
  }

  /**
   * Not always what was called: a transaction needs leave for each of its writes, and a call on
   * whose behalf another service is called needs leave for that too.
   */
  private static String missing(AwsServiceException refusal, String called) {
    var said = MISSING.matcher(String.valueOf(refusal.awsErrorDetails().errorMessage()));
    return said.find() ? said.group(1) : called;
  }

  /**
   * What the service said, without the SDK's request ids: the same failure reads the same twice.
   * Without secrets too, for it goes into logs, histories, rows and mails.
   */
  public static String said(AwsServiceException e) {
    var details = e.awsErrorDetails();
    return details == null
        ? "HTTP " + e.statusCode()
        : details.errorCode() + " (" + Withheld.from(details.errorMessage()) + ")";
  }
}
