package aurora.restore.simulation.rds;

import aurora.restore.simulation.strict.Members;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.rds.model.CopyDbClusterSnapshotRequest;

/** What RDS asks of a copy before it begins (RDS API Reference, CopyDBClusterSnapshot). */
final class CopyRules {
  private static final int MAX_COPIES_IN_PROGRESS = 5;

  /** The presigned URL matters between GovCloud regions only and is ignored everywhere else. */
  private static final Set<String> MODELLED =
      Set.of(
          "SourceDBClusterSnapshotIdentifier",
          "TargetDBClusterSnapshotIdentifier",
          "KmsKeyId",
          "CopyTags",
          "Tags",
          "PreSignedUrl",
          "SourceRegion");

  /**
   * What is to be copied, and how.
   *
   * @param keyArn null for an unencrypted copy
   */
  record Accepted(
      Snapshot source, String targetIdentifier, String keyArn, Map<String, String> tags) {}

  private final RdsState cloud;
  private final SnapshotLookup lookup;
  private final KeyRules keys;

  CopyRules(RdsState cloud) {
    this.cloud = cloud;
    this.lookup = new SnapshotLookup(cloud);
    this.keys = new KeyRules(cloud);
  }

  Accepted accept(Region region, CopyDbClusterSnapshotRequest request) {
    Members.of(request)
        .modelled(MODELLED)
        .required("SourceDBClusterSnapshotIdentifier", "TargetDBClusterSnapshotIdentifier");
    var target =
        Identifiers.requireNew(
            request.targetDBClusterSnapshotIdentifier(), "TargetDBClusterSnapshotIdentifier");
    var tags = TagLimits.accepted(request.tags());
    var source = lookup.require(region.place, request.sourceDBClusterSnapshotIdentifier());
    if (!source.isAvailable(cloud.now())) {
      throw Refusal.snapshotState(
          "The source snapshot %s is in status %s, not available"
              .formatted(source.identifier, source.status(cloud.now())));
    }
    if (region.snapshots.has(target, cloud.now())) {
      throw Refusal.badRequest(
          "DBClusterSnapshotAlreadyExistsFault",
          "Cannot create the cluster snapshot because one with the identifier %s already exists."
              .formatted(target));
    }
    requireQuota(region);
    var keyArn = keyArn(region.place, source, request.kmsKeyId());
    return new Accepted(source, target, keyArn, tags(region, source, request, tags));
  }

  private void requireQuota(Region region) {
    var now = cloud.now();
    if (region.isUsedUp(Quota.MANUAL_CLUSTER_SNAPSHOTS, now)) {
      throw Refusal.badRequest(
          "SnapshotQuotaExceeded",
          "Cannot create more than %d manual snapshots"
              .formatted(region.max(Quota.MANUAL_CLUSTER_SNAPSHOTS)));
    }
    var copying = region.snapshots.live(now).filter(it -> it.isCopying(now)).count();
    if (copying >= MAX_COPIES_IN_PROGRESS) {
      throw Refusal.badRequest(
          "SnapshotQuotaExceeded",
          "Cannot copy more than %d snapshots across regions".formatted(MAX_COPIES_IN_PROGRESS));
    }
  }

  private String keyArn(AccountRegion destination, Snapshot source, String reference) {
    if (!source.isEncrypted()) {
      if (reference != null) {
        // The API Reference calls this an error; it names no code, so the general one is used.
        throw Refusal.invalidCombination(
            "KmsKeyId can't be given for a copy of an unencrypted DB cluster snapshot");
      }
      return null;
    }
    keys.requireReadable(source, destination.account());
    if (reference == null && source.place.equals(destination)) {
      return source.keyArn;
    }
    return keys.requireUsable(destination, reference).arn();
  }

  private static Map<String, String> tags(
      Region region,
      Snapshot source,
      CopyDbClusterSnapshotRequest request,
      Map<String, String> given) {
    var tags = new LinkedHashMap<String, String>();
    // Another account's tags aren't to be seen, so there is nothing to copy.
    var own = source.place.account().equals(region.place.account());
    if (Boolean.TRUE.equals(request.copyTags()) && own) {
      TagLimits.requireUnreserved(source.tags.keySet());
      tags.putAll(source.tags);
    }
    tags.putAll(given);
    TagLimits.requireCount(tags);
    return tags;
  }
}
