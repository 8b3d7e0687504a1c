package aurora.restore.plan;

import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** The part of AWS that a region belongs to: what ARNs begin with. */
final class Partition {
  private Partition() {}

  /** By the SDK's patterns of codes, so that a region newer than its list is known too. */
  static String of(String region) {
    return PartitionMetadata.of(Region.of(region)).id();
  }
}
