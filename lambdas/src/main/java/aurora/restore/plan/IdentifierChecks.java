package aurora.restore.plan;

import static aurora.restore.plan.InputKey.CLUSTER_ID;
import static aurora.restore.plan.InputKey.OPERATION_ID;

import aurora.restore.operation.ClusterStatus;
import aurora.restore.operation.Ownership;
import aurora.restore.operation.RestorePlan;
import aurora.restore.operation.SameSource;
import aurora.restore.rds.RdsLookup;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBSubnetGroup;
import software.amazon.awssdk.services.rds.model.Subnet;
import software.amazon.awssdk.services.rds.model.Tag;

/**
 * The identifiers that the operation will use: each is free, or is that of something that the same
 * operation made before and adopts.
 */
final class IdentifierChecks {
  private static final String FAILED = "failed";

  private final RdsLookup rds;
  private final RestoreRequest request;
  private final PreflightFindings findings;

  /**
   * @param rds of the target region
   */
  IdentifierChecks(RdsLookup rds, RestoreRequest request, PreflightFindings findings) {
    this.rds = rds;
    this.request = request;
    this.findings = findings;
  }

  /** Whether the copy is still to be made. */
  boolean copyToMake(String id, Optional<RestorePlan> draft) {
    var looked =
        findings.unlessDenied(
            "whether snapshot " + id + " exists wasn't checked", () -> rds.snapshot(id));
    looked.flatMap(found -> found).ifPresent(copy -> checkCopy(copy, draft));
    return looked
        .filter(
            found -> isFree(OPERATION_ID, "snapshot " + id, found.map(DBClusterSnapshot::tagList)))
        .isPresent();
  }

  /** Whether the subnet group is still to be made. */
  boolean subnetGroupToMake(String name) {
    return findings
        .unlessDenied(
            "whose subnet group " + name + " is, if it exists, wasn't checked",
            () -> rds.subnetGroup(name).flatMap(this::checkedTags))
        .filter(tags -> isFree(OPERATION_ID, "subnet group " + name, tags))
        .isPresent();
  }

  /** Whether the cluster is still to be made. */
  boolean clusterToMake(String id, Optional<RestorePlan> draft) {
    var looked =
        findings.unlessDenied(
            "whether cluster " + id + " exists wasn't checked", () -> rds.cluster(id));
    looked.ifPresent(
        found ->
            found.ifPresentOrElse(
                cluster -> checkCluster(cluster, draft), () -> refuseASecond(id)));
    return looked
        .filter(found -> isFree(CLUSTER_ID, "cluster " + id, found.map(DBCluster::tagList)))
        .isPresent();
  }

  /**
   * How many of the instances are still to be made. All of the region's are looked at, mostly one
   * page: whether a filter passes over ids that are missing isn't told.
   */
  int instancesToMake(List<String> ids) {
    return findings
        .unlessDenied(
            "whether instances " + String.join(", ", ids) + " exist wasn't checked",
            () -> rds.instances().toList())
        .map(found -> instancesToMake(ids, found))
        .orElse(0);
  }

  private int instancesToMake(List<String> ids, List<DBInstance> found) {
    var free = 0;
    for (var id : ids) {
      var tags =
          found.stream()
              .filter(instance -> id.equals(instance.dbInstanceIdentifier()))
              .map(DBInstance::tagList)
              .findFirst();
      if (isFree(CLUSTER_ID, "instance " + id, tags)) {
        free++;
      }
    }
    return free;
  }

  /** A failed copy of ours is replaced, whatever it was made from. */
  private void checkCopy(DBClusterSnapshot copy, Optional<RestorePlan> draft) {
    if (isOurs(copy.tagList()) && !FAILED.equals(copy.status())) {
      var subject = "snapshot " + copy.dbClusterSnapshotIdentifier();
      draft.ifPresent(
          plan -> requireSame(subject, SameSource.of(plan, subject, copy).differences()));
    }
  }

  /** A cluster of ours that is broken is never adopted; another's is refused for being that. */
  private void checkCluster(DBCluster cluster, Optional<RestorePlan> draft) {
    var subject = "cluster " + cluster.dbClusterIdentifier();
    if (!isOurs(cluster.tagList())) {
      return;
    }
    if (ClusterStatus.isBroken(cluster.status())) {
      findings.stop(
          CLUSTER_ID,
          subject
              + " is left from an earlier execution of operation "
              + request.operationId()
              + " and is "
              + cluster.status(),
          ClusterStatus.DELETING.equals(cluster.status())
              ? "wait until it is gone"
              : "have the operation cleaned up first, or start with another operation_id");
      return;
    }
    draft.ifPresent(
        plan -> requireSame(subject, SameSource.of(plan, subject, cluster).differences()));
  }

  /** An operation has one cluster: another of its own would be out of everybody's sight. */
  private void refuseASecond(String id) {
    findings
        .unlessDenied(
            "whether operation " + request.operationId() + " has another cluster wasn't checked",
            () -> rds.clusters().filter(cluster -> isOurs(cluster.tagList())).findFirst())
        .flatMap(found -> found)
        .ifPresent(
            other ->
                findings.stop(
                    CLUSTER_ID,
                    "cluster "
                        + id
                        + " would be the second of operation "
                        + request.operationId()
                        + ": an earlier execution made "
                        + other.dbClusterIdentifier(),
                    "name that one, have the operation cleaned up first, or start with another"
                        + " operation_id"));
  }

  private boolean isOurs(List<Tag> tags) {
    return Ownership.isOf(request.operationId(), tags);
  }

  /**
   * @param tags those of what has the identifier; empty where nothing has
   * @return true where it is free; a foreign one is a finding
   */
  private boolean isFree(InputKey key, String subject, Optional<List<Tag>> tags) {
    tags.flatMap(existing -> Ownership.refusal(request.operationId(), existing))
        .ifPresent(
            whose ->
                findings.stop(
                    key,
                    subject + " in " + request.targetRegion() + " is taken: " + whose,
                    "start with another "
                        + (key == CLUSTER_ID ? "cluster_id or " : "")
                        + "operation_id, or delete it if it is yours to delete"));
    return tags.isEmpty();
  }

  /** A group of ours has the subnets of the input that it was made for. */
  private Optional<List<Tag>> checkedTags(DBSubnetGroup group) {
    var tags = rds.tags(group);
    tags.filter(this::isOurs).ifPresent(ours -> checkSubnets(group));
    return tags;
  }

  private void checkSubnets(DBSubnetGroup group) {
    var planned = new TreeSet<>(request.network().subnetIds());
    var found = new TreeSet<>(group.subnets().stream().map(Subnet::subnetIdentifier).toList());
    requireSame(
        "subnet group " + group.dbSubnetGroupName(),
        planned.equals(found)
            ? List.of()
            : List.of("subnets are " + found + ", asked for is " + planned));
  }

  /** What an earlier execution made from another input is never adopted. */
  private void requireSame(String subject, List<String> differences) {
    if (!differences.isEmpty()) {
      findings.stop(
          OPERATION_ID,
          subject
              + " is left from an earlier execution of operation "
              + request.operationId()
              + " and was made from another input: "
              + String.join("; ", differences),
          "start again with the input that it was made from, or with another operation_id, or have"
              + " the operation cleaned up first");
    }
  }
}
