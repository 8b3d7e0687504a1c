package aurora.restore.plan;

/** The part of AWS that a region belongs to: what ARNs begin with. */
final class Partition {
  private Partition() {}

  /** Read off the region's code, so that a region newer than the SDK is known too. */
  static String of(String region) {
    if (region.startsWith("cn-")) {
      return "aws-cn";
    }
    return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }
}
