package aurora.restore.rds;

import aurora.restore.operation.OwnedResource;
import aurora.restore.operation.Ownership;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.model.DBSubnetGroup;

/** Looks up resources of every kind alike: by name, by the pipeline's tag, by what they live in. */
public record ResourceLookup(RdsLookup rds) {
  /** A resource with its status and tags; empty where RDS doesn't show it. */
  public Optional<Found> at(OwnedResource resource) {
    return switch (resource.kind()) {
      case INSTANCE -> rds.instance(resource.id()).map(Found::of);
      case CLUSTER -> rds.cluster(resource.id()).map(Found::of);
      case CLUSTER_SNAPSHOT -> rds.snapshot(resource.id()).map(Found::of);
      case SUBNET_GROUP -> rds.subnetGroup(resource.id()).flatMap(this::found);
    };
  }

  /**
   * Everything in the region that carries the pipeline's tag and may be of its making. Snapshots
   * and subnet groups are looked for by the names that it gives: a snapshot that somebody took of a
   * restored cluster has the cluster's tags, and isn't the pipeline's to delete.
   */
  public Stream<Found> tagged() {
    return Stream.of(
            rds.clusters().map(Found::of),
            rds.instances().map(Found::of),
            rds.snapshots(query -> query.snapshotType("manual"))
                .filter(it -> isNamedByUs(it.dbClusterSnapshotIdentifier()))
                .map(Found::of),
            rds.subnetGroups()
                .filter(it -> isNamedByUs(it.dbSubnetGroupName()))
                .flatMap(group -> found(group).stream()))
        .flatMap(found -> found)
        .filter(found -> found.operation().isPresent());
  }

  /** Clusters and then instances, whoever they belong to, by the subnet group that they live in. */
  public Map<String, List<Found>> bySubnetGroup() {
    var users = new HashMap<String, List<Found>>();
    rds.clusters().forEach(it -> add(it.dbSubnetGroup(), Found.of(it), users));
    rds.instances()
        .filter(it -> it.dbSubnetGroup() != null)
        .forEach(it -> add(it.dbSubnetGroup().dbSubnetGroupName(), Found.of(it), users));
    return users;
  }

  private static void add(String group, Found user, Map<String, List<Found>> users) {
    users.computeIfAbsent(group, none -> new ArrayList<>()).add(user);
  }

  private static boolean isNamedByUs(String name) {
    return name.startsWith(Ownership.NAME_PREFIX);
  }

  private Optional<Found> found(DBSubnetGroup group) {
    return rds.tags(group).map(tags -> Found.of(group, tags));
  }
}
