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
  public Optional<FoundResource> at(OwnedResource resource) {
    return switch (resource.kind()) {
      case INSTANCE -> rds.instance(resource.id()).map(FoundResource::of);
      case CLUSTER -> rds.cluster(resource.id()).map(FoundResource::of);
      case CLUSTER_SNAPSHOT -> rds.snapshot(resource.id()).map(FoundResource::of);
      case SUBNET_GROUP -> rds.subnetGroup(resource.id()).flatMap(this::found);
    };
  }

  /**
   * Everything in the region that carries the pipeline's tag and may be of its making. Snapshots
   * and subnet groups are looked for by the names that it gives: a snapshot that somebody took of a
   * restored cluster has the cluster's tags, and isn't the pipeline's to delete.
   */
  public Stream<FoundResource> tagged() {
    return Stream.of(
            rds.clusters().map(FoundResource::of),
            rds.instances().map(FoundResource::of),
            rds.snapshots(query -> query.snapshotType("manual"))
                .filter(it -> isNamedByUs(it.dbClusterSnapshotIdentifier()))
                .map(FoundResource::of),
            rds.subnetGroups()
                .filter(it -> isNamedByUs(it.dbSubnetGroupName()))
                .flatMap(group -> found(group).stream()))
        .flatMap(found -> found)
        .filter(found -> found.operation().isPresent());
  }

  /** Clusters and then instances, whoever they belong to, by the subnet group that they live in. */
  public Map<String, List<FoundResource>> bySubnetGroup() {
    var users = new HashMap<String, List<FoundResource>>();
    rds.clusters().forEach(it -> add(it.dbSubnetGroup(), FoundResource.of(it), users));
    rds.instances()
        .filter(it -> it.dbSubnetGroup() != null)
        .forEach(it -> add(it.dbSubnetGroup().dbSubnetGroupName(), FoundResource.of(it), users));
    return users;
  }

  private static void add(
      String group, FoundResource user, Map<String, List<FoundResource>> users) {
    users.computeIfAbsent(group, none -> new ArrayList<>()).add(user);
  }

  private static boolean isNamedByUs(String name) {
    return name.startsWith(Ownership.NAME_PREFIX);
  }

  private Optional<FoundResource> found(DBSubnetGroup group) {
    return rds.tags(group).map(tags -> FoundResource.of(group, tags));
  }
}
