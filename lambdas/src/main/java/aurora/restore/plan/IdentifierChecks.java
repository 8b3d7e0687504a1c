package aurora.restore.plan;

import static aurora.restore.plan.InputKey.CLUSTER_ID;
import static aurora.restore.plan.InputKey.OPERATION_ID;

import aurora.restore.operation.ClusterStatus;
import aurora.restore.operation.Ownership;
import aurora.restore.operation.RestorePlan;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBSubnetGroup;
import software.amazon.awssdk.services.rds.model.DbClusterNotFoundException;
import software.amazon.awssdk.services.rds.model.DbClusterSnapshotNotFoundException;
import software.amazon.awssdk.services.rds.model.DbSubnetGroupNotFoundException;
import software.amazon.awssdk.services.rds.model.Tag;

/**
 * The identifiers that the operation will use: each is free, or is that of something that the same
 * operation made before and adopts.
 */
final class IdentifierChecks {
  private final RdsClient rds;
  private final RestoreRequest request;
  private final Findings findings;

  /**
   * @param rds of the target region
   */
  IdentifierChecks(RdsClient rds, RestoreRequest request, Findings findings) {
    this.rds = rds;
    this.request = request;
    this.findings = findings;
  }

  /** Whether the copy is still to be made. */
  boolean copyToMake(String id, Optional<RestorePlan> draft) {
    var looked =
        findings.unlessDenied(
            "whether snapshot " + id + " exists wasn't checked", () -> snapshot(id));
    looked.ifPresent(
        found ->
            found.ifPresent(
                copy -> draft.ifPresent(plan -> requireSame(SameSource.of(plan, copy)))));
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
            () -> subnetGroup(name).map(this::checkedTags))
        .filter(tags -> isFree(OPERATION_ID, "subnet group " + name, tags))
        .isPresent();
  }

  /** Whether the cluster is still to be made. */
  boolean clusterToMake(String id, Optional<RestorePlan> draft) {
    var looked =
        findings.unlessDenied(
            "whether cluster " + id + " exists wasn't checked", () -> cluster(id));
    looked.ifPresent(found -> found.ifPresent(this::requireSound));
    looked.ifPresent(
        found ->
            found.ifPresent(
                cluster -> draft.ifPresent(plan -> requireSame(SameSource.of(plan, cluster)))));
    return looked
        .filter(found -> isFree(CLUSTER_ID, "cluster " + id, found.map(DBCluster::tagList)))
        .isPresent();
  }

  /** How many of the instances are still to be made. */
  int instancesToMake(List<String> ids) {
    return findings
        .unlessDenied(
            "whether instances " + String.join(", ", ids) + " exist wasn't checked",
            this::instances)
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

  /** A cluster of ours that is broken is never adopted; another's is refused for being that. */
  private void requireSound(DBCluster cluster) {
    var ours = Ownership.refusal(request.operationId(), cluster.tagList()).isEmpty();
    if (ours && ClusterStatus.isBroken(cluster.status())) {
      findings.stop(
          CLUSTER_ID,
          "cluster "
              + cluster.dbClusterIdentifier()
              + " is left from an earlier execution of operation "
              + request.operationId()
              + " and is "
              + cluster.status(),
          ClusterStatus.DELETING.equals(cluster.status())
              ? "wait until it is gone"
              : "have the operation cleaned up first, or start with another operation_id");
    }
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

  private Optional<DBClusterSnapshot> snapshot(String id) {
    try {
      return rds
          .describeDBClusterSnapshots(query -> query.dbClusterSnapshotIdentifier(id))
          .dbClusterSnapshots()
          .stream()
          .findFirst();
    } catch (DbClusterSnapshotNotFoundException e) {
      return Optional.empty(); // the name is free, as it should be
    }
  }

  private Optional<DBSubnetGroup> subnetGroup(String name) {
    try {
      return rds
          .describeDBSubnetGroups(query -> query.dbSubnetGroupName(name))
          .dbSubnetGroups()
          .stream()
          .findFirst();
    } catch (DbSubnetGroupNotFoundException e) {
      return Optional.empty(); // the name is free, as it should be
    }
  }

  /** A group of ours has the subnets of the input that it was made for. */
  private List<Tag> checkedTags(DBSubnetGroup group) {
    var tags = tags(group);
    if (Ownership.isOf(request.operationId(), tags)) {
      requireSame(SameSource.of(request, group));
    }
    return tags;
  }

  /** What an earlier execution made from another input is never adopted. */
  private void requireSame(SameSource compared) {
    if (!compared.differences().isEmpty()) {
      findings.stop(
          OPERATION_ID,
          compared.subject()
              + " is left from an earlier execution of operation "
              + request.operationId()
              + " and was made from another input: "
              + String.join("; ", compared.differences()),
          "start again with the input that it was made from, or with another operation_id, or have"
              + " the operation cleaned up first");
    }
  }

  /** Unlike a cluster, a group doesn't tell its tags by itself. */
  private List<Tag> tags(DBSubnetGroup group) {
    return rds.listTagsForResource(query -> query.resourceName(group.dbSubnetGroupArn())).tagList();
  }

  private Optional<DBCluster> cluster(String id) {
    try {
      return rds.describeDBClusters(query -> query.dbClusterIdentifier(id)).dbClusters().stream()
          .findFirst();
    } catch (DbClusterNotFoundException e) {
      return Optional.empty(); // the name is free, as it should be
    }
  }

  /** All of the region's, mostly one page: whether a filter passes over missing ids isn't told. */
  private List<DBInstance> instances() {
    return rds.describeDBInstancesPaginator().dbInstances().stream().toList();
  }
}
