package aurora.restore.simulation.rds;

import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Service;
import aurora.restore.simulation.strict.Members;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.rds.model.DeleteDbClusterRequest;
import software.amazon.awssdk.services.rds.model.DeleteDbClusterResponse;

/** Deleting clusters (Amazon Aurora User Guide, Deleting Aurora DB clusters and DB instances). */
final class ClusterDeletion {
  private static final Set<String> MODELLED =
      Set.of(
          "DBClusterIdentifier",
          "SkipFinalSnapshot",
          "FinalDBSnapshotIdentifier",
          "DeleteAutomatedBackups");

  /** Where something is going on, or is switched off, a cluster can't be deleted. */
  private static final Set<String> UNDELETABLE =
      Set.of(
          Cluster.CREATING,
          Cluster.DELETING,
          "migrating",
          "upgrading",
          "backing-up",
          "modifying",
          "renaming",
          "resetting-master-credentials",
          "starting",
          "stopping",
          "stopped");

  private final RdsState cloud;

  ClusterDeletion(RdsState cloud) {
    this.cloud = cloud;
  }

  void register(Service service) {
    service.on("DeleteDBCluster", DeleteDbClusterRequest::builder, this::delete);
  }

  private DeleteDbClusterResponse delete(Caller caller, DeleteDbClusterRequest request) {
    var members = Members.of(request).modelled(MODELLED).required("DBClusterIdentifier");
    var region = cloud.region(caller);
    var now = cloud.now();
    var cluster = region.clusters.require(RdsKind.CLUSTER, request.dbClusterIdentifier(), now);
    requireFinalSnapshotSettled(members, request);
    if (cluster.deletionProtection) {
      throw Refusal.invalidCombination(
          "Cannot delete protected Cluster, please disable deletion protection and try again.");
    }
    if (UNDELETABLE.contains(cluster.status(now))) {
      throw Refusal.clusterState(
          "DB cluster %s is not currently in the available state, but in %s"
              .formatted(cluster.identifier, cluster.status(now)));
    }
    var instances = region.members(cluster, now);
    if (!instances.stream().allMatch(it -> it.isDeleting(now))) {
      throw Refusal.clusterState(
          "Cluster cannot be deleted, it still contains DB instances in non-deleting state.");
    }
    new GlobalClusters(cloud).requireNoMember(cluster);
    cluster.ties.requireNoReplication();
    if (members.given("FinalDBSnapshotIdentifier")) {
      new SnapshotCreation(cloud)
          .take(region, cluster, request.finalDBSnapshotIdentifier(), Map.of());
    }
    // The answer still shows the cluster as it was before the call.
    var view = ClusterView.of(cluster, instances, now);
    var empty = instances.stream().map(RdsResource::goneAt).max(Instant::compareTo).orElse(now);
    cluster.deletes(now, empty.plus(cloud.durations.deleteCluster(cloud.random)));
    cluster.secret = null;
    if (!Boolean.FALSE.equals(request.deleteAutomatedBackups())) {
      deleteAutomatedSnapshots(region, cluster);
    }
    return DeleteDbClusterResponse.builder().dbCluster(view).build();
  }

  private static void requireFinalSnapshotSettled(Members members, DeleteDbClusterRequest request) {
    var skips = Boolean.TRUE.equals(request.skipFinalSnapshot());
    var names = members.given("FinalDBSnapshotIdentifier");
    if (skips && names) {
      throw Refusal.invalidCombination(
          "FinalDBSnapshotIdentifier can't be specified when SkipFinalSnapshot is true");
    }
    if (!skips && !names) {
      throw Refusal.invalidCombination(
          "FinalDBSnapshotIdentifier is required unless SkipFinalSnapshot is specified.");
    }
  }

  static Snapshot.Content content(Cluster cluster) {
    return new Snapshot.Content(
        cluster.identifier,
        cluster.resourceId,
        cluster.createdAt,
        cluster.version,
        cluster.sizeGib,
        cluster.settings.port(),
        cluster.backupRetentionDays,
        cluster.settings.masterUsername(),
        cluster.settings.databaseName(),
        cluster.network.vpcId(),
        cluster.settings.iamAuthentication(),
        cluster.options.storageType,
        cluster.options.engineMode);
  }

  private void deleteAutomatedSnapshots(Region region, Cluster cluster) {
    region
        .snapshots
        .live(cloud.now())
        .filter(it -> it.origin == Snapshot.Origin.AUTOMATED)
        .filter(it -> cluster.resourceId.equals(it.content.clusterResourceId()))
        .forEach(it -> it.goesAt(cluster.goneAt()));
  }
}
