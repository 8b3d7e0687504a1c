package aurora.restore.rds;

import aurora.restore.operation.ForeignResource;
import aurora.restore.operation.KeptResource;
import aurora.restore.operation.OwnedResource;
import aurora.restore.operation.Ownership;
import aurora.restore.operation.ResourceKind;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterMember;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBSubnetGroup;
import software.amazon.awssdk.services.rds.model.Tag;

/**
 * A resource as RDS showed it a moment ago.
 *
 * @param status null where it has none
 * @param cluster of an instance, the cluster that it is in; else null
 * @param members of a cluster, its instances by name; else empty
 */
public record FoundResource(
    OwnedResource resource,
    String arn,
    String status,
    List<Tag> tags,
    String cluster,
    List<String> members) {
  private static final String DELETING = "deleting";

  public static FoundResource of(DBCluster cluster) {
    return new FoundResource(
        new OwnedResource(ResourceKind.CLUSTER, cluster.dbClusterIdentifier()),
        cluster.dbClusterArn(),
        cluster.status(),
        cluster.tagList(),
        null,
        cluster.dbClusterMembers().stream().map(DBClusterMember::dbInstanceIdentifier).toList());
  }

  static FoundResource of(DBInstance instance) {
    return new FoundResource(
        new OwnedResource(ResourceKind.INSTANCE, instance.dbInstanceIdentifier()),
        instance.dbInstanceArn(),
        instance.dbInstanceStatus(),
        instance.tagList(),
        instance.dbClusterIdentifier(),
        List.of());
  }

  static FoundResource of(DBClusterSnapshot snapshot) {
    return new FoundResource(
        new OwnedResource(ResourceKind.CLUSTER_SNAPSHOT, snapshot.dbClusterSnapshotIdentifier()),
        snapshot.dbClusterSnapshotArn(),
        snapshot.status(),
        snapshot.tagList(),
        null,
        List.of());
  }

  static FoundResource of(DBSubnetGroup group, List<Tag> tags) {
    return new FoundResource(
        new OwnedResource(ResourceKind.SUBNET_GROUP, group.dbSubnetGroupName()),
        group.dbSubnetGroupArn(),
        group.subnetGroupStatus(),
        tags,
        null,
        List.of());
  }

  public boolean isOf(String operationId) {
    return operation().filter(operationId::equals).isPresent();
  }

  public Optional<String> operation() {
    return Ownership.operation(tags);
  }

  public boolean isDeleting() {
    return DELETING.equals(status);
  }

  public ForeignResource asForeign(String owner) {
    return new ForeignResource(resource.kind(), resource.id(), owner);
  }

  public KeptResource asKept(String why) {
    return new KeptResource(resource.kind(), resource.id(), why);
  }
}
