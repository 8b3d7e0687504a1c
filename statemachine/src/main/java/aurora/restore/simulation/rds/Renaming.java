package aurora.restore.simulation.rds;

import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Service;
import aurora.restore.simulation.strict.Members;
import java.time.Duration;
import java.util.Set;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterRequest;
import software.amazon.awssdk.services.rds.model.ModifyDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.ModifyDbInstanceResponse;

/**
 * New names for clusters and instances: ARN and endpoint change with them, the resource id doesn't
 * (RDS API Reference, ModifyDBCluster and ModifyDBInstance).
 */
final class Renaming {
  private static final Duration LENGTH = Duration.ofMinutes(1);

  private final RdsState cloud;

  Renaming(RdsState cloud) {
    this.cloud = cloud;
  }

  void register(Service service) {
    service.on("ModifyDBInstance", ModifyDbInstanceRequest::builder, this::instance);
  }

  /** Without ApplyImmediately it waits for a maintenance window, which no run here reaches. */
  void cluster(Region region, Cluster cluster, ModifyDbClusterRequest request) {
    if (request.newDBClusterIdentifier() == null
        || !Boolean.TRUE.equals(request.applyImmediately())) {
      return;
    }
    var now = cloud.now();
    var name = Identifiers.requireNew(request.newDBClusterIdentifier(), "NewDBClusterIdentifier");
    if (region.clusters.has(name, now)) {
      throw Refusal.badRequest("DBClusterAlreadyExistsFault", "DB Cluster already exists");
    }
    region.clusters.rename(cluster, name, now);
    cluster.passesThrough("renaming", now, LENGTH);
  }

  private ModifyDbInstanceResponse instance(Caller caller, ModifyDbInstanceRequest request) {
    Members.of(request)
        .modelled(Set.of("DBInstanceIdentifier", "NewDBInstanceIdentifier", "ApplyImmediately"))
        .required("DBInstanceIdentifier");
    var region = cloud.region(caller);
    var now = cloud.now();
    var instance = region.availableInstance(request.dbInstanceIdentifier(), now);
    if (request.newDBInstanceIdentifier() != null
        && Boolean.TRUE.equals(request.applyImmediately())) {
      var name =
          Identifiers.requireNew(request.newDBInstanceIdentifier(), "NewDBInstanceIdentifier");
      if (region.instances.has(name, now)) {
        throw Refusal.badRequest("DBInstanceAlreadyExists", "DB instance already exists");
      }
      var writes = instance.identifier.equals(instance.cluster.writer);
      region.instances.rename(instance, name, now);
      if (writes) {
        instance.cluster.writer = name;
      }
      instance.turns("renaming", LENGTH, Instance.AVAILABLE, now);
    }
    return ModifyDbInstanceResponse.builder().dbInstance(region.view(instance, now)).build();
  }
}
