package aurora.restore.simulation.rds;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.strict.Members;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.rds.model.RestoreDbClusterFromSnapshotRequest;

/**
 * What RDS asks of a restore before it begins (RDS API Reference, RestoreDBClusterFromSnapshot).
 */
final class RestoreRules {
  /** Members that belong to Multi-AZ clusters of RDS: never valid for Aurora. */
  private static final List<String> MULTI_AZ_ONLY =
      List.of("DBClusterInstanceClass", "Iops", "PubliclyAccessible");

  private static final Set<String> MODELLED =
      Set.of(
          "DBClusterIdentifier",
          "SnapshotIdentifier",
          "Engine",
          "EngineVersion",
          "EngineMode",
          "EngineLifecycleSupport",
          "AvailabilityZones",
          "Port",
          "DBSubnetGroupName",
          "DatabaseName",
          "VpcSecurityGroupIds",
          "Tags",
          "KmsKeyId",
          "EnableIAMDatabaseAuthentication",
          "BacktrackWindow",
          "EnableCloudwatchLogsExports",
          "DBClusterParameterGroupName",
          "DeletionProtection",
          "CopyTagsToSnapshot",
          "StorageType",
          "NetworkType",
          "ServerlessV2ScalingConfiguration",
          "BackupRetentionPeriod",
          "PreferredBackupWindow",
          "DBClusterInstanceClass",
          "Iops",
          "PubliclyAccessible");
  private static final int MAX_RETENTION_DAYS = 35;

  /**
   * What is to be restored, and how.
   *
   * @param keyArn null for an unencrypted cluster
   */
  record Accepted(
      String identifier,
      Snapshot snapshot,
      EngineVersion version,
      Network network,
      String keyArn,
      Cluster.Settings settings,
      ClusterOptions options,
      int backupRetentionDays,
      Map<String, String> tags) {}

  private final RdsState cloud;
  private final SnapshotLookup lookup;
  private final KeyRules keys;
  private final NetworkRules networks;

  RestoreRules(RdsState cloud) {
    this.cloud = cloud;
    this.lookup = new SnapshotLookup(cloud);
    this.keys = new KeyRules(cloud);
    this.networks = new NetworkRules(cloud);
  }

  Accepted accept(Region region, RestoreDbClusterFromSnapshotRequest request) {
    var members =
        Members.of(request)
            .modelled(MODELLED)
            .required("DBClusterIdentifier", "SnapshotIdentifier", "Engine");
    MULTI_AZ_ONLY.stream()
        .filter(members::given)
        .findFirst()
        .ifPresent(
            member -> {
              throw Refusal.invalidCombination(
                  member + " is for Multi-AZ DB clusters and isn't valid for Aurora");
            });
    var identifier = Identifiers.requireNew(request.dbClusterIdentifier(), "DBClusterIdentifier");
    var tags = TagLimits.accepted(request.tags());
    if (region.clusters.has(identifier, cloud.now())) {
      throw Refusal.badRequest("DBClusterAlreadyExistsFault", "DB Cluster already exists");
    }
    var snapshot = snapshot(region.place, request.snapshotIdentifier());
    requireProvisioned(snapshot);
    var version =
        VersionRules.accept(region.catalogue, snapshot, request.engine(), request.engineVersion());
    var settings = settings(region, request, snapshot, version);
    var network =
        networks.accept(
            region,
            request.dbSubnetGroupName(),
            request.vpcSecurityGroupIds(),
            request.availabilityZones());
    var group =
        region.subnetGroups.require(RdsKind.SUBNET_GROUP, network.subnetGroup(), cloud.now());
    var options = OptionRules.accept(request, version, group);
    var keyArn = keyArn(region.place, snapshot, request.kmsKeyId());
    var retention = retentionDays(request.backupRetentionPeriod(), snapshot);
    requireRoom(region);
    return new Accepted(
        identifier, snapshot, version, network, keyArn, settings, options, retention, tags);
  }

  /**
   * Other engine modes have ended, Serverless v1 in March 2025 (User Guide, Restoring an Aurora
   * Serverless v1 DB cluster). What a restore of an old snapshot of them answers isn't documented.
   */
  private static void requireProvisioned(Snapshot snapshot) {
    var mode = snapshot.content.engineMode();
    if (!mode.equals(ClusterOptions.PROVISIONED)) {
      throw Refusal.invalidCombination(
          "The snapshot %s of engine mode %s can't be restored as provisioned"
              .formatted(snapshot.identifier, mode));
    }
  }

  /** Days that RDS keeps automated backups: 1 to 35. */
  static int requireRetention(int days) {
    if (days < 1 || days > MAX_RETENTION_DAYS) {
      throw Refusal.invalidValue("Invalid backup retention period: " + days);
    }
    return days;
  }

  private Snapshot snapshot(AccountRegion place, String reference) {
    var snapshot = lookup.require(place, reference);
    if (!snapshot.place.region().equals(place.region())) {
      throw Refusal.notFound(RdsKind.CLUSTER_SNAPSHOT, reference + " in " + place.region());
    }
    if (!snapshot.isAvailable(cloud.now())) {
      throw Refusal.snapshotState(
          "The snapshot %s is in status %s, not available"
              .formatted(snapshot.identifier, snapshot.status(cloud.now())));
    }
    return snapshot;
  }

  private Cluster.Settings settings(
      Region region,
      RestoreDbClusterFromSnapshotRequest request,
      Snapshot snapshot,
      EngineVersion version) {
    return new Cluster.Settings(
        port(request.port(), snapshot),
        snapshot.content.masterUsername(),
        request.databaseName() == null ? snapshot.content.databaseName() : request.databaseName(),
        parameterGroup(region, request.dbClusterParameterGroupName(), version),
        Boolean.TRUE.equals(request.enableIAMDatabaseAuthentication()),
        logExports(request.enableCloudwatchLogsExports(), version));
  }

  private static int port(Integer asked, Snapshot snapshot) {
    if (asked == null) {
      return snapshot.content.port();
    }
    if (asked < 1150 || asked > 65_535) {
      throw Refusal.invalidValue("Invalid port %d: must be 1150-65535".formatted(asked));
    }
    return asked;
  }

  private String parameterGroup(Region region, String asked, EngineVersion version) {
    var name = asked == null ? ParameterGroups.defaultName(version) : asked;
    return region
        .clusterParameterGroups
        .require(RdsKind.CLUSTER_PARAMETER_GROUP, name, cloud.now())
        .requireFamily(version)
        .identifier;
  }

  private static List<String> logExports(List<String> asked, EngineVersion version) {
    for (var type : asked) {
      if (!version.engine().logTypes.contains(type)) {
        throw Refusal.invalidCombination(
            "You cannot use the log types '%s' with engine version %s %s. For supported log types, see the documentation."
                .formatted(type, version.engine().wireName, version.version()));
      }
    }
    return List.copyOf(asked);
  }

  private String keyArn(AccountRegion place, Snapshot snapshot, String reference) {
    keys.requireReadable(snapshot, place.account());
    return reference == null ? snapshot.keyArn : keys.requireUsable(place, reference).arn();
  }

  private static int retentionDays(Integer asked, Snapshot snapshot) {
    return asked == null ? snapshot.content.backupRetentionDays() : requireRetention(asked);
  }

  private void requireRoom(Region region) {
    if (region.isUsedUp(Quota.CLUSTERS, cloud.now())) {
      throw new AwsError(
          "DBClusterQuotaExceededFault",
          403,
          "The request cannot be processed because it would exceed the maximum number of DB"
              + " clusters.");
    }
    if (region.withoutClusterCapacity) {
      throw new AwsError(
          "InsufficientDBClusterCapacityFault",
          403,
          "The DB cluster doesn't have enough capacity for the current operation.");
    }
  }
}
