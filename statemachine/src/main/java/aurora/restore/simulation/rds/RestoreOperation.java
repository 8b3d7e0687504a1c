package aurora.restore.simulation.rds;

import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.rds.model.RestoreDbClusterFromSnapshotRequest;
import software.amazon.awssdk.services.rds.model.RestoreDbClusterFromSnapshotResponse;

/**
 * Restoring a cluster: without instances, and with nothing of the snapshot's cluster but its data.
 */
final class RestoreOperation {
  private static final String MIGRATING = "migrating";
  private static final String UPGRADING = "upgrading";

  private final RdsState cloud;
  private final RestoreRules rules;

  RestoreOperation(RdsState cloud) {
    this.cloud = cloud;
    this.rules = new RestoreRules(cloud);
  }

  void register(Service service) {
    service.on(
        "RestoreDBClusterFromSnapshot",
        RestoreDbClusterFromSnapshotRequest::builder,
        this::restore);
  }

  private RestoreDbClusterFromSnapshotResponse restore(
      Caller caller, RestoreDbClusterFromSnapshotRequest request) {
    var region = cloud.region(caller);
    var accepted = rules.accept(region, request);
    var now = cloud.now();
    var snapshot = accepted.snapshot();
    var upgrades = !accepted.version().equals(snapshot.content.version());
    var course = cloud.durations.restore(snapshot.content.sizeGib(), upgrades, cloud.random);
    var backup = cloud.durations.firstBackup(cloud.random);
    var cluster =
        new Cluster(
            region.place,
            accepted.identifier(),
            cloud.birth(),
            accepted.tags(),
            accepted.version(),
            snapshot.content.sizeGib(),
            accepted.settings(),
            accepted.options(),
            new ClusterTies(),
            accepted.network(),
            accepted.keyArn(),
            Identifiers.resourceId("cluster", cloud.random),
            region.hostHash,
            now,
            timeline(course, upgrades, backup, now));
    cluster.backupRetentionDays = accepted.backupRetentionDays();
    cluster.deletionProtection = Boolean.TRUE.equals(request.deletionProtection());
    cluster.copyTagsToSnapshot = Boolean.TRUE.equals(request.copyTagsToSnapshot());
    region.clusters.add(cluster, now);
    if (course instanceof Course.Takes(Duration length)) {
      new AutomatedBackup(cloud).of(region, cluster, now.plus(length), backup);
    }
    return RestoreDbClusterFromSnapshotResponse.builder()
        .dbCluster(ClusterView.of(cluster, List.of(), now))
        .build();
  }

  private Timeline timeline(Course course, boolean upgrades, Duration backup, Instant now) {
    var creating = Timeline.from(now, Cluster.CREATING);
    return switch (course) {
      case Course.Takes(Duration length) -> {
        var timeline = creating.at(part(now, length, 15), MIGRATING);
        if (upgrades) {
          timeline = timeline.at(part(now, length, 60), UPGRADING);
        }
        yield new AutomatedBackup(cloud)
            .after(timeline.at(now.plus(length), Cluster.AVAILABLE), backup);
      }
      case Course.Stalls _ -> creating.then(Duration.ofMinutes(1), MIGRATING);
      case Course.EndsIn(String status, Duration after) ->
          creating.at(part(now, after, 15), MIGRATING).at(now.plus(after), status);
    };
  }

  private static Instant part(Instant start, Duration length, int percent) {
    return start.plus(length.multipliedBy(percent).dividedBy(100));
  }
}
