package aurora.restore.cluster;

import aurora.restore.operation.Capacity;
import aurora.restore.operation.RestorePlan;
import aurora.restore.operation.Tags;
import software.amazon.awssdk.services.rds.model.RestoreDbClusterFromSnapshotRequest;
import software.amazon.awssdk.services.rds.model.ServerlessV2ScalingConfiguration;

/** Asks for the cluster as it is planned; what the plan leaves to RDS isn't sent. */
final class ClusterRequest {
  private ClusterRequest() {}

  /**
   * Everything that RDS would reset is passed on: left out, the engine's version would be the
   * region's default, the security group that of the default VPC (RDS API Reference,
   * RestoreDBClusterFromSnapshot).
   */
  static RestoreDbClusterFromSnapshotRequest of(RestorePlan plan) {
    var cluster = plan.cluster();
    var settings = cluster.settings();
    return RestoreDbClusterFromSnapshotRequest.builder()
        .dbClusterIdentifier(cluster.id())
        .snapshotIdentifier(cluster.restoreFrom())
        .engine(cluster.engine())
        .engineVersion(cluster.engineVersion())
        .engineLifecycleSupport(settings.engineLifecycleSupport())
        .port(cluster.port())
        .kmsKeyId(cluster.kmsKeyId())
        .dbSubnetGroupName(cluster.subnetGroup())
        .vpcSecurityGroupIds(cluster.securityGroupIds())
        .networkType(settings.networkType())
        .dbClusterParameterGroupName(cluster.parameterGroup())
        .deletionProtection(cluster.deletionProtection())
        .backupRetentionPeriod(cluster.backupRetentionDays())
        .preferredBackupWindow(settings.backupWindow())
        .backtrackWindow(settings.backtrackWindowSeconds())
        .storageType(settings.storageType())
        .enableIAMDatabaseAuthentication(cluster.iamAuthentication())
        .enableCloudwatchLogsExports(cluster.logExports())
        .serverlessV2ScalingConfiguration(scaling(cluster.capacity()))
        .copyTagsToSnapshot(true)
        .tags(Tags.of(plan.tags()))
        .build();
  }

  private static ServerlessV2ScalingConfiguration scaling(Capacity capacity) {
    return capacity == null
        ? null
        : ServerlessV2ScalingConfiguration.builder()
            .minCapacity(capacity.min())
            .maxCapacity(capacity.max())
            .secondsUntilAutoPause(capacity.secondsUntilAutoPause())
            .build();
  }
}
