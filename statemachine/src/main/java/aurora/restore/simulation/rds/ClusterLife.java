package aurora.restore.simulation.rds;

import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Service;
import aurora.restore.simulation.strict.Members;
import java.time.Duration;
import java.util.Set;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.FailoverDbClusterRequest;
import software.amazon.awssdk.services.rds.model.FailoverDbClusterResponse;
import software.amazon.awssdk.services.rds.model.StartDbClusterRequest;
import software.amazon.awssdk.services.rds.model.StartDbClusterResponse;
import software.amazon.awssdk.services.rds.model.StopDbClusterRequest;
import software.amazon.awssdk.services.rds.model.StopDbClusterResponse;

/**
 * What people do with a running cluster: fail over, stop, start (RDS API Reference,
 * FailoverDBCluster, StopDBCluster, StartDBCluster).
 */
final class ClusterLife {
  /** User Guide, High availability for Aurora: less than 60 seconds, often less than 30. */
  private static final Duration FAILOVER = Duration.ofSeconds(40);

  private static final Duration STOP = Duration.ofMinutes(5);
  private static final Duration START = Duration.ofMinutes(8);
  private static final String STOPPED = "stopped";

  private final RdsState cloud;

  ClusterLife(RdsState cloud) {
    this.cloud = cloud;
  }

  void register(Service service) {
    service
        .on("FailoverDBCluster", FailoverDbClusterRequest::builder, this::failOver)
        .on("StopDBCluster", StopDbClusterRequest::builder, this::stop)
        .on("StartDBCluster", StartDbClusterRequest::builder, this::start);
  }

  private FailoverDbClusterResponse failOver(Caller caller, FailoverDbClusterRequest request) {
    Members.of(request)
        .modelled(Set.of("DBClusterIdentifier", "TargetDBInstanceIdentifier"))
        .required("DBClusterIdentifier");
    var region = cloud.region(caller);
    var cluster = available(region, request.dbClusterIdentifier());
    var now = cloud.now();
    var readers =
        region.members(cluster, now).stream()
            .filter(it -> !it.identifier.equals(cluster.writer))
            .filter(it -> it.status(now).equals(Instance.AVAILABLE))
            .filter(
                it ->
                    request.targetDBInstanceIdentifier() == null
                        || it.identifier.equals(
                            Identifiers.fold(request.targetDBInstanceIdentifier())))
            .toList();
    if (readers.isEmpty()) {
      throw Refusal.clusterState(
          "DB cluster %s has no available reader to fail over to".formatted(cluster.identifier));
    }
    cluster.writer = InstanceOperations.nextWriter(readers).orElseThrow().identifier;
    cluster.passesThrough("failing-over", now, FAILOVER);
    return FailoverDbClusterResponse.builder().dbCluster(view(region, cluster)).build();
  }

  private StopDbClusterResponse stop(Caller caller, StopDbClusterRequest request) {
    Members.of(request).modelled(Set.of("DBClusterIdentifier")).required("DBClusterIdentifier");
    var region = cloud.region(caller);
    var cluster = available(region, request.dbClusterIdentifier());
    if (cluster.ties.isReplicated()) {
      throw Refusal.clusterState(
          "DB cluster %s is replicated across regions and can't be stopped"
              .formatted(cluster.identifier));
    }
    cluster.turns("stopping", STOP, STOPPED, cloud.now());
    region
        .members(cluster, cloud.now())
        .forEach(it -> it.turns("stopping", STOP, STOPPED, cloud.now()));
    return StopDbClusterResponse.builder().dbCluster(view(region, cluster)).build();
  }

  private StartDbClusterResponse start(Caller caller, StartDbClusterRequest request) {
    Members.of(request).modelled(Set.of("DBClusterIdentifier")).required("DBClusterIdentifier");
    var region = cloud.region(caller);
    var now = cloud.now();
    var cluster = region.clusters.require(RdsKind.CLUSTER, request.dbClusterIdentifier(), now);
    if (!cluster.status(now).equals(STOPPED)) {
      throw Refusal.clusterState(
          "DB cluster %s is in %s, not stopped".formatted(cluster.identifier, cluster.status(now)));
    }
    cluster.turns("starting", START, Cluster.AVAILABLE, now);
    region
        .members(cluster, now)
        .forEach(it -> it.turns("starting", START, Instance.AVAILABLE, now));
    return StartDbClusterResponse.builder().dbCluster(view(region, cluster)).build();
  }

  private Cluster available(Region region, String identifier) {
    var cluster = region.clusters.require(RdsKind.CLUSTER, identifier, cloud.now());
    if (!cluster.isAvailable(cloud.now())) {
      throw Refusal.clusterState(
          "DB cluster %s is not currently in the available state, but in %s"
              .formatted(cluster.identifier, cluster.status(cloud.now())));
    }
    return cluster;
  }

  private DBCluster view(Region region, Cluster cluster) {
    return ClusterView.of(cluster, region.members(cluster, cloud.now()), cloud.now());
  }
}
