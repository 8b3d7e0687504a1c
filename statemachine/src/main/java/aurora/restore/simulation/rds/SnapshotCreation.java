package aurora.restore.simulation.rds;

import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Service;
import aurora.restore.simulation.strict.Members;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.rds.model.CreateDbClusterSnapshotRequest;
import software.amazon.awssdk.services.rds.model.CreateDbClusterSnapshotResponse;

/**
 * Taking snapshots of clusters (RDS API Reference, CreateDBClusterSnapshot): by a call of its own,
 * or as the last one of a cluster that is deleted.
 */
final class SnapshotCreation {
  private static final Set<String> MODELLED =
      Set.of("DBClusterSnapshotIdentifier", "DBClusterIdentifier", "Tags");

  /** Longer than anybody waits. */
  private static final Duration NEVER = Duration.ofDays(365);

  private final RdsState cloud;

  SnapshotCreation(RdsState cloud) {
    this.cloud = cloud;
  }

  void register(Service service) {
    service.on("CreateDBClusterSnapshot", CreateDbClusterSnapshotRequest::builder, this::create);
  }

  private CreateDbClusterSnapshotResponse create(
      Caller caller, CreateDbClusterSnapshotRequest request) {
    Members.of(request)
        .modelled(MODELLED)
        .required("DBClusterSnapshotIdentifier", "DBClusterIdentifier");
    var region = cloud.region(caller);
    var now = cloud.now();
    var tags = TagLimits.accepted(request.tags());
    var cluster = region.clusters.require(RdsKind.CLUSTER, request.dbClusterIdentifier(), now);
    if (!cluster.isAvailable(now)) {
      throw Refusal.clusterState(
          "DB cluster %s is not currently in the available state, but in %s"
              .formatted(cluster.identifier, cluster.status(now)));
    }
    var snapshot = take(region, cluster, request.dbClusterSnapshotIdentifier(), tags);
    // While its data is read, the cluster says so (Aurora User Guide, "Viewing DB cluster status").
    cluster.passesThrough("backing-up", now, snapshot.transfer.length());
    return CreateDbClusterSnapshotResponse.builder()
        .dbClusterSnapshot(snapshot.view(now, caller.account()))
        .build();
  }

  /**
   * @param given tags of the request; those of the cluster come in addition where it says so
   */
  Snapshot take(Region region, Cluster cluster, String name, Map<String, String> given) {
    var now = cloud.now();
    var identifier = Identifiers.requireNew(name, "DBClusterSnapshotIdentifier");
    if (region.snapshots.has(identifier, now)) {
      throw Refusal.badRequest(
          "DBClusterSnapshotAlreadyExistsFault",
          "Cannot create the cluster snapshot because one with the identifier %s already exists."
              .formatted(identifier));
    }
    if (region.isUsedUp(Quota.MANUAL_CLUSTER_SNAPSHOTS, now)) {
      throw Refusal.badRequest(
          "SnapshotQuotaExceeded",
          "Cannot create more than %d manual snapshots"
              .formatted(region.max(Quota.MANUAL_CLUSTER_SNAPSHOTS)));
    }
    var tags = new LinkedHashMap<String, String>();
    if (cluster.copyTagsToSnapshot) {
      tags.putAll(cluster.tags);
    }
    tags.putAll(given);
    var course = cloud.durations.snapshot(cloud.random);
    var snapshot =
        new Snapshot(
            region.place,
            identifier,
            cloud.birth(),
            tags,
            Snapshot.Origin.MANUAL,
            ClusterDeletion.content(cluster),
            cluster.keyArn,
            null,
            now,
            timeline(course, now),
            transfer(course, now));
    region.snapshots.add(snapshot, now);
    return snapshot;
  }

  private static Timeline timeline(Course course, Instant now) {
    var creating = Timeline.from(now, Snapshot.CREATING);
    return switch (course) {
      case Course.Takes(Duration length) -> creating.then(length, Snapshot.AVAILABLE);
      case Course.Stalls(int percent) -> creating;
      case Course.EndsIn(String status, Duration after) -> creating.then(after, status);
    };
  }

  private static Snapshot.Transfer transfer(Course course, Instant now) {
    return switch (course) {
      case Course.Takes(Duration length) -> new Snapshot.Transfer(now, length, 100);
      case Course.Stalls(int percent) -> new Snapshot.Transfer(now, NEVER, percent);
      case Course.EndsIn(String status, Duration after) -> new Snapshot.Transfer(now, after, 90);
    };
  }
}
