package aurora.restore.plan;

import static aurora.restore.plan.InputKey.SOURCE_REGION;

import aurora.restore.edge.Boundary;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Whether the source region can be asked at all. The target region is the deployment's own. */
final class SourceRegion {
  private SourceRegion() {}

  static void warnIfUnknown(RestoreRequest request, PreflightFindings findings) {
    if (!Regions.isKnown(request.source().region())) {
      findings.warn(
          SOURCE_REGION.key()
              + " "
              + request.source().region()
              + " is not among the regions known to this version");
    }
  }

  /**
   * Whether a failed call means that. Where a region is known, a host that isn't found is trouble
   * of the network, which passes.
   */
  static boolean isOutOfReach(RestoreRequest request, SdkException e) {
    return request.isCrossRegion()
        && (Boundary.isRegionNotEnabled(e)
            || (Boundary.isHostUnknown(e) && !Regions.isKnown(request.source().region())));
  }

  /** Whether a failed call got no answer there, or one that a service gives that is down. */
  static boolean isSilent(RestoreRequest request, SdkException e) {
    return request.isCrossRegion()
        && (!(e instanceof AwsServiceException refusal) || refusal.statusCode() >= 500);
  }

  /** Tells what is to be done about it. */
  static void stop(
      RestoreRequest request, String account, SdkException e, PreflightFindings findings) {
    if (Boundary.isHostUnknown(e)) {
      findings.stop(
          SOURCE_REGION, request.source().region() + " has no RDS that answers", "name another");
      return;
    }
    findings.stop(
        SOURCE_REGION,
        request.source().region() + " isn't enabled in account " + account,
        "enable it (aws account enable-region --region-name "
            + request.source().region()
            + "), or name another");
  }
}
