package aurora.restore.simulation.rds;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterMember;
import software.amazon.awssdk.services.rds.model.MasterUserSecret;
import software.amazon.awssdk.services.rds.model.ServerlessV2ScalingConfigurationInfo;
import software.amazon.awssdk.services.rds.model.VpcSecurityGroupMembership;

/** A cluster and its instances as describing shows them. */
final class ClusterView {
  private ClusterView() {}

  static DBCluster of(Cluster cluster, List<Instance> members, Instant now) {
    var settings = cluster.settings;
    var options = cluster.options;
    var restorableFrom = cluster.availableSince(now);
    var view =
        DBCluster.builder()
            .dbClusterIdentifier(cluster.identifier)
            .dbClusterArn(cluster.arn())
            .dbClusterResourceId(cluster.resourceId)
            .status(cluster.status(now))
            .engine(cluster.version.engine().wireName)
            .engineVersion(cluster.version.version())
            .engineMode(options.engineMode)
            .clusterScalabilityType(unless(ClusterOptions.STANDARD, options.scalabilityType))
            .engineLifecycleSupport(options.engineLifecycleSupport)
            .allocatedStorage(1) // Aurora grows by itself and always says 1
            .storageType(unless(ClusterOptions.AURORA, options.storageType))
            .storageEncrypted(cluster.keyArn != null)
            .kmsKeyId(cluster.keyArn)
            .clusterCreateTime(cluster.createdAt)
            .earliestRestorableTime(restorableFrom)
            .latestRestorableTime(restorableFrom == null ? null : now)
            .endpoint(host(cluster, "cluster-"))
            .readerEndpoint(host(cluster, "cluster-ro-"))
            .hostedZoneId(cluster.hostedZoneId())
            .port(settings.port())
            .masterUsername(settings.masterUsername())
            .databaseName(Objects.requireNonNullElse(settings.databaseName(), ""))
            .availabilityZones(cluster.network.zones())
            .multiAZ(members.stream().map(ClusterView::zone).distinct().count() > 1)
            .dbSubnetGroup(cluster.network.subnetGroup())
            .vpcSecurityGroups(
                cluster.network.securityGroupIds().stream().map(ClusterView::membership).toList())
            .dbClusterParameterGroup(settings.parameterGroup())
            .dbClusterMembers(members.stream().map(ClusterView::member).toList())
            .iamDatabaseAuthenticationEnabled(settings.iamAuthentication())
            .backtrackWindow(options.backtrackSeconds == 0 ? null : options.backtrackSeconds)
            .preferredBackupWindow(options.backupWindow)
            .preferredMaintenanceWindow(options.maintenanceWindow)
            .databaseInsightsMode(options.databaseInsightsMode)
            .backupRetentionPeriod(cluster.backupRetentionDays)
            .copyTagsToSnapshot(cluster.copyTagsToSnapshot)
            .deletionProtection(cluster.deletionProtection)
            .httpEndpointEnabled(cluster.isDataApiOn(now))
            .crossAccountClone(false)
            .autoMinorVersionUpgrade(
                members.stream().allMatch(it -> it.settings().autoMinorVersionUpgrade()))
            .networkType(options.networkType)
            .tagList(cluster.tagList());
    cluster.ties.addTo(view, cluster, now);
    if (!settings.logExports().isEmpty()) {
      view.enabledCloudwatchLogsExports(settings.logExports());
    }
    if (options.scaling != null) {
      view.serverlessV2ScalingConfiguration(scaling(options.scaling));
    }
    if (cluster.secret != null) {
      view.masterUserSecret(secret(cluster.secret, now));
    }
    return view.build();
  }

  /** What RDS answers only where it isn't the usual: the CLI's examples and published answers. */
  private static String unless(String usual, String actual) {
    return actual.equals(usual) ? null : actual;
  }

  private static String host(Cluster cluster, String role) {
    return "%s.%s%s.%s.rds.amazonaws.com"
        .formatted(cluster.identifier, role, cluster.hostHash, cluster.place.region());
  }

  private static String zone(Instance instance) {
    return instance.subnet.availabilityZone();
  }

  private static VpcSecurityGroupMembership membership(String groupId) {
    return VpcSecurityGroupMembership.builder()
        .vpcSecurityGroupId(groupId)
        .status("active")
        .build();
  }

  private static DBClusterMember member(Instance instance) {
    return DBClusterMember.builder()
        .dbInstanceIdentifier(instance.identifier)
        .isClusterWriter(instance.identifier.equals(instance.cluster.writer))
        .dbClusterParameterGroupStatus("in-sync")
        .promotionTier(instance.settings().promotionTier())
        .build();
  }

  private static ServerlessV2ScalingConfigurationInfo scaling(Cluster.Scaling scaling) {
    return ServerlessV2ScalingConfigurationInfo.builder()
        .minCapacity(scaling.minAcu())
        .maxCapacity(scaling.maxAcu())
        .secondsUntilAutoPause(scaling.secondsUntilAutoPause())
        .build();
  }

  private static MasterUserSecret secret(Cluster.Secret secret, Instant now) {
    return MasterUserSecret.builder()
        .secretArn(secret.arn())
        .secretStatus(now.isBefore(secret.activeAt()) ? "creating" : "active")
        .kmsKeyId(secret.keyArn())
        .build();
  }
}
