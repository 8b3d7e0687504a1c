package aurora.restore.cleanup;

import aurora.restore.operation.OwnedResource;
import aurora.restore.operation.Ownership;
import aurora.restore.operation.ResourceKind;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBSubnetGroup;
import software.amazon.awssdk.services.rds.model.DbClusterNotFoundException;
import software.amazon.awssdk.services.rds.model.DbClusterSnapshotNotFoundException;
import software.amazon.awssdk.services.rds.model.DbInstanceNotFoundException;
import software.amazon.awssdk.services.rds.model.DbSubnetGroupNotFoundException;

/** Looks at what there is in a region: by name, or by the pipeline's tag. */
record Looks(RdsClient rds) {

  /** A resource with its status and tags; empty where RDS doesn't show it. */
  Optional<Found> at(OwnedResource resource) {
    return switch (resource.kind()) {
      case INSTANCE -> instance(resource.id()).map(Looks::found);
      case CLUSTER -> cluster(resource.id()).map(Looks::found);
      case CLUSTER_SNAPSHOT -> snapshot(resource.id()).map(Looks::found);
      case SUBNET_GROUP -> subnetGroup(resource.id()).flatMap(this::found);
    };
  }

  Optional<DBCluster> cluster(String id) {
    try {
      return rds.describeDBClusters(query -> query.dbClusterIdentifier(id)).dbClusters().stream()
          .findFirst();
    } catch (DbClusterNotFoundException e) {
      return Optional.empty(); // gone, which is what a clean-up is for
    }
  }

  private Optional<DBInstance> instance(String id) {
    try {
      return rds.describeDBInstances(query -> query.dbInstanceIdentifier(id)).dbInstances().stream()
          .findFirst();
    } catch (DbInstanceNotFoundException e) {
      return Optional.empty(); // gone
    }
  }

  Optional<DBClusterSnapshot> snapshot(String id) {
    try {
      return rds
          .describeDBClusterSnapshots(query -> query.dbClusterSnapshotIdentifier(id))
          .dbClusterSnapshots()
          .stream()
          .findFirst();
    } catch (DbClusterSnapshotNotFoundException e) {
      return Optional.empty(); // gone
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
      return Optional.empty(); // gone
    }
  }

  /** The clusters and instances that live in a subnet group, whoever they belong to. */
  Stream<Found> usersOf(String subnetGroup) {
    return Stream.concat(
        rds.describeDBClustersPaginator().dbClusters().stream()
            .filter(cluster -> subnetGroup.equals(cluster.dbSubnetGroup()))
            .map(Looks::found),
        rds.describeDBInstancesPaginator().dbInstances().stream()
            .filter(
                instance ->
                    instance.dbSubnetGroup() != null
                        && subnetGroup.equals(instance.dbSubnetGroup().dbSubnetGroupName()))
            .map(Looks::found));
  }

  /**
   * Everything in the region that carries the pipeline's tag and may be of its making. Snapshots
   * and subnet groups are looked for by the names that it gives: a snapshot that somebody took of a
   * restored cluster has the cluster's tags, and isn't the pipeline's to delete.
   */
  Stream<Found> tagged() {
    return Stream.of(
            rds.describeDBClustersPaginator().dbClusters().stream().map(Looks::found),
            rds.describeDBInstancesPaginator().dbInstances().stream().map(Looks::found),
            rds
                .describeDBClusterSnapshotsPaginator(query -> query.snapshotType("manual"))
                .dbClusterSnapshots()
                .stream()
                .map(Looks::found)
                .filter(Looks::isNamedByUs),
            rds.describeDBSubnetGroupsPaginator().dbSubnetGroups().stream()
                .filter(group -> group.dbSubnetGroupName().startsWith(Ownership.NAME_PREFIX))
                .flatMap(group -> found(group).stream()))
        .flatMap(found -> found)
        .filter(found -> found.operation().isPresent());
  }

  private static boolean isNamedByUs(Found found) {
    return found.resource().id().startsWith(Ownership.NAME_PREFIX);
  }

  static Found found(DBCluster cluster) {
    return new Found(
        new OwnedResource(ResourceKind.CLUSTER, cluster.dbClusterIdentifier()),
        cluster.dbClusterArn(),
        cluster.status(),
        cluster.tagList(),
        null);
  }

  private static Found found(DBInstance instance) {
    return new Found(
        new OwnedResource(ResourceKind.INSTANCE, instance.dbInstanceIdentifier()),
        instance.dbInstanceArn(),
        instance.dbInstanceStatus(),
        instance.tagList(),
        instance.dbClusterIdentifier());
  }

  private static Found found(DBClusterSnapshot snapshot) {
    return new Found(
        new OwnedResource(ResourceKind.CLUSTER_SNAPSHOT, snapshot.dbClusterSnapshotIdentifier()),
        snapshot.dbClusterSnapshotArn(),
        snapshot.status(),
        snapshot.tagList(),
        null);
  }

  /**
   * Unlike the others, a group doesn't tell its tags by itself; it may go between the two calls.
   */
  private Optional<Found> found(DBSubnetGroup group) {
    try {
      var tags = rds.listTagsForResource(query -> query.resourceName(group.dbSubnetGroupArn()));
      return Optional.of(
          new Found(
              new OwnedResource(ResourceKind.SUBNET_GROUP, group.dbSubnetGroupName()),
              group.dbSubnetGroupArn(),
              group.subnetGroupStatus(),
              tags.tagList(),
              null));
    } catch (DbSubnetGroupNotFoundException e) {
      return Optional.empty(); // gone
    }
  }
}
