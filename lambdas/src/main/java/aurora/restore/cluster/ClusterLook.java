package aurora.restore.cluster;

import aurora.restore.edge.Aws;
import aurora.restore.operation.RestorePlan;
import java.util.Optional;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DbClusterNotFoundException;
import software.amazon.awssdk.services.rds.model.DbInstanceNotFoundException;

/** Looks at the cluster and the instances that a plan names. */
public record ClusterLook(Aws aws, RestorePlan plan) {

  /** The plan's cluster; empty where RDS doesn't show it. */
  public Optional<DBCluster> cluster() {
    try {
      return aws
          .rds(plan.targetRegion())
          .describeDBClusters(query -> query.dbClusterIdentifier(plan.cluster().id()))
          .dbClusters()
          .stream()
          .findFirst();
    } catch (DbClusterNotFoundException e) {
      return Optional.empty(); // what that means is for the caller to say
    }
  }

  /** An instance; empty where RDS doesn't show it. */
  public Optional<DBInstance> instance(String id) {
    try {
      return aws
          .rds(plan.targetRegion())
          .describeDBInstances(query -> query.dbInstanceIdentifier(id))
          .dbInstances()
          .stream()
          .findFirst();
    } catch (DbInstanceNotFoundException e) {
      return Optional.empty(); // what that means is for the caller to say
    }
  }
}
