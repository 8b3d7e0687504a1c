package aurora.restore.simulation.rds;

import aurora.restore.simulation.ec2.VpcSubnet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBParameterGroupStatus;
import software.amazon.awssdk.services.rds.model.Endpoint;
import software.amazon.awssdk.services.rds.model.OptionGroupMembership;
import software.amazon.awssdk.services.rds.model.PendingModifiedValues;
import software.amazon.awssdk.services.rds.model.VpcSecurityGroupMembership;

/** An instance of a cluster. */
final class Instance extends LivingResource {

  /** What RDS gives an instance whose call names no certificate authority. */
  static final String DEFAULT_CA = "rds-ca-rsa2048-g1";

  /**
   * What was asked for, or defaulted, when it was created.
   *
   * @param insightsRetentionDays null where Performance Insights is off
   * @param insightsKeyArn null where Performance Insights is off, or not known
   */
  record Settings(
      String instanceClass,
      String parameterGroup,
      int promotionTier,
      boolean publiclyAccessible,
      boolean copyTagsToSnapshot,
      boolean autoMinorVersionUpgrade,
      int monitoringIntervalSeconds,
      String monitoringRoleArn,
      Integer insightsRetentionDays,
      String insightsKeyArn,
      String caCertificate) {
    Settings insights(Integer retentionDays, String keyArn) {
      return new Settings(
          instanceClass,
          parameterGroup,
          promotionTier,
          publiclyAccessible,
          copyTagsToSnapshot,
          autoMinorVersionUpgrade,
          monitoringIntervalSeconds,
          monitoringRoleArn,
          retentionDays,
          keyArn,
          caCertificate);
    }
  }

  final Cluster cluster;

  /** The subnet it lives in; its zone is the subnet's. */
  final VpcSubnet subnet;

  /** False where the subnet had none to give. */
  private final boolean hasAddress;

  final String resourceId;
  final Instant createdAt;
  private final String hostHash;
  private Settings settings;

  Instance(
      Cluster cluster,
      String identifier,
      Birth birth,
      Map<String, String> tags,
      Settings settings,
      VpcSubnet subnet,
      boolean hasAddress,
      String resourceId,
      String hostHash,
      Instant createdAt,
      Timeline timeline) {
    super(RdsKind.INSTANCE, cluster.place, identifier, birth, tags, timeline);
    this.cluster = cluster;
    this.settings = settings;
    this.subnet = subnet;
    this.hasAddress = hasAddress;
    this.resourceId = resourceId;
    this.hostHash = hostHash;
    this.createdAt = createdAt;
  }

  @Override
  String clusterArn() {
    return cluster.arn();
  }

  Settings settings() {
    return settings;
  }

  /** The cluster's change of Performance Insights reaches each of its instances. */
  void insights(Integer retentionDays, String keyArn) {
    settings = settings.insights(retentionDays, keyArn);
  }

  @Override
  void deletes(Instant now, Instant gone) {
    super.deletes(now, gone);
    if (hasAddress) {
      subnet.giveBack();
    }
  }

  void losesKey(Instant now) {
    enters("inaccessible-encryption-credentials", now);
  }

  DBInstance view(Instant now, DbSubnetGroup subnetGroup) {
    var view =
        DBInstance.builder()
            .dbInstanceIdentifier(identifier)
            .dbInstanceArn(arn())
            .dbiResourceId(resourceId)
            .dbInstanceClass(settings.instanceClass())
            .dbInstanceStatus(status(now))
            .dbClusterIdentifier(cluster.identifier)
            .engine(cluster.version.engine().wireName)
            .engineVersion(cluster.version.version())
            .licenseModel(cluster.version.engine().licenseModel)
            .masterUsername(cluster.settings.masterUsername())
            .allocatedStorage(1) // as the cluster says
            .dbSubnetGroup(subnetGroup.viewOfInstance())
            .vpcSecurityGroups(
                cluster.network.securityGroupIds().stream()
                    .map(
                        id ->
                            VpcSecurityGroupMembership.builder()
                                .vpcSecurityGroupId(id)
                                .status("active")
                                .build())
                    .toList())
            .dbParameterGroups(
                DBParameterGroupStatus.builder()
                    .dbParameterGroupName(settings.parameterGroup())
                    .parameterApplyStatus("in-sync")
                    .build())
            .promotionTier(settings.promotionTier())
            .publiclyAccessible(settings.publiclyAccessible())
            .multiAZ(false)
            .storageType(cluster.options.storageType)
            .storageThroughput(0)
            .dbInstancePort(0) // the port is the endpoint's
            .storageEncrypted(cluster.keyArn != null)
            .kmsKeyId(cluster.keyArn)
            .copyTagsToSnapshot(settings.copyTagsToSnapshot())
            .autoMinorVersionUpgrade(settings.autoMinorVersionUpgrade())
            .monitoringInterval(settings.monitoringIntervalSeconds())
            .monitoringRoleArn(settings.monitoringRoleArn())
            .performanceInsightsEnabled(settings.insightsRetentionDays() != null)
            .performanceInsightsRetentionPeriod(settings.insightsRetentionDays())
            .performanceInsightsKMSKeyId(settings.insightsKeyArn())
            .databaseInsightsMode(cluster.options.databaseInsightsMode)
            .caCertificateIdentifier(settings.caCertificate())
            .preferredBackupWindow(cluster.options.backupWindow)
            .preferredMaintenanceWindow(cluster.options.maintenanceWindow)
            .engineLifecycleSupport(cluster.options.engineLifecycleSupport)
            .iamDatabaseAuthenticationEnabled(cluster.settings.iamAuthentication())
            .backupRetentionPeriod(cluster.backupRetentionDays)
            .deletionProtection(false)
            .networkType(cluster.options.networkType)
            .tagList(tagList());
    addWhatAuroraDoesWithout(view);
    if (!cluster.settings.logExports().isEmpty()) {
      view.enabledCloudwatchLogsExports(cluster.settings.logExports());
    }
    if (settings.monitoringRoleArn() != null) {
      view.enhancedMonitoringResourceArn(
          "arn:aws:logs:%s:%s:log-group:RDSOSMetrics:log-stream:%s"
              .formatted(place.region(), place.account(), resourceId));
    }
    if (timeline.hasReached(AVAILABLE, now)) {
      view.instanceCreateTime(createdAt).availabilityZone(subnet.availabilityZone());
      view.certificateDetails(
          it ->
              it.caIdentifier(settings.caCertificate())
                  .validTill(createdAt.plus(Duration.ofDays(365))));
      view.endpoint(
          Endpoint.builder()
              .address("%s.%s.%s.rds.amazonaws.com".formatted(identifier, hostHash, place.region()))
              .port(cluster.settings.port())
              .hostedZoneId(cluster.hostedZoneId())
              .build());
    }
    return view.build();
  }

  /** Every instance has these; in a cluster they say nothing. */
  private void addWhatAuroraDoesWithout(DBInstance.Builder view) {
    var family = cluster.version.family();
    view.dbSecurityGroups(List.of())
        .pendingModifiedValues(PendingModifiedValues.builder().build())
        .readReplicaDBInstanceIdentifiers(List.of())
        .domainMemberships(List.of())
        .associatedRoles(List.of())
        .optionGroupMemberships(
            OptionGroupMembership.builder()
                .optionGroupName("default:" + family.replace('.', '-'))
                .status("in-sync")
                .build())
        .certificateDetails(it -> it.caIdentifier(settings.caCertificate()))
        .customerOwnedIpEnabled(false)
        .backupTarget("region")
        .dedicatedLogVolume(false);
  }
}
