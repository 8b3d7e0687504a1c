package aurora.restore.simulation.rds;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Service;
import aurora.restore.simulation.strict.Members;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import software.amazon.awssdk.services.rds.model.EnableHttpEndpointRequest;
import software.amazon.awssdk.services.rds.model.EnableHttpEndpointResponse;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterRequest;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterResponse;

/** What a restore can't set: second calls on a cluster. */
final class ClusterChanges {
  private static final Set<String> MODELLED =
      Set.of(
          "DBClusterIdentifier",
          "ApplyImmediately",
          "DeletionProtection",
          "CopyTagsToSnapshot",
          "BackupRetentionPeriod",
          "NewDBClusterIdentifier",
          "PreferredBackupWindow",
          "PreferredMaintenanceWindow",
          "DatabaseInsightsMode",
          "EnablePerformanceInsights",
          "PerformanceInsightsRetentionPeriod",
          "PerformanceInsightsKMSKeyId",
          "MasterUserPassword",
          "ManageMasterUserPassword",
          "MasterUserSecretKmsKeyId");
  private static final Set<String> IN_PROGRESS =
      Set.of(Cluster.CREATING, Cluster.DELETING, "migrating", "upgrading");

  private final RdsState cloud;
  private final KeyRules keys;

  ClusterChanges(RdsState cloud) {
    this.cloud = cloud;
    this.keys = new KeyRules(cloud);
  }

  void register(Service service) {
    service
        .on("ModifyDBCluster", ModifyDbClusterRequest::builder, this::modify)
        .on("EnableHttpEndpoint", EnableHttpEndpointRequest::builder, this::enableDataApi);
  }

  private ModifyDbClusterResponse modify(Caller caller, ModifyDbClusterRequest request) {
    var members = Members.of(request).modelled(MODELLED).required("DBClusterIdentifier");
    var region = cloud.region(caller);
    var now = cloud.now();
    var cluster = region.clusters.require(RdsKind.CLUSTER, request.dbClusterIdentifier(), now);
    requireModifiable(cluster, members);
    if (request.backupRetentionPeriod() != null) {
      RestoreRules.requireRetention(request.backupRetentionPeriod());
    }
    var insights = new InsightsChange(cloud, region, cluster, request);
    insights.requireValid();
    OptionRules.changeWindows(cluster.options, request);
    changeCredentials(cluster, members, request);
    insights.apply();
    new Renaming(cloud).cluster(region, cluster, request);
    if (request.backupRetentionPeriod() != null) {
      cluster.backupRetentionDays = request.backupRetentionPeriod();
    }
    if (request.deletionProtection() != null) {
      cluster.deletionProtection = request.deletionProtection();
    }
    if (request.copyTagsToSnapshot() != null) {
      cluster.copyTagsToSnapshot = request.copyTagsToSnapshot();
    }
    return ModifyDbClusterResponse.builder()
        .dbCluster(ClusterView.of(cluster, region.members(cluster, now), now))
        .build();
  }

  /** A broken cluster can't be changed, but for the protection that keeps it from being deleted. */
  private void requireModifiable(Cluster cluster, Members members) {
    var now = cloud.now();
    var protectionOnly =
        members.given("DeletionProtection")
            && MODELLED.stream()
                    .filter(it -> !Set.of("DBClusterIdentifier", "ApplyImmediately").contains(it))
                    .filter(members::given)
                    .count()
                == 1;
    var modifiable =
        cluster.isAvailable(now) || (protectionOnly && !IN_PROGRESS.contains(cluster.status(now)));
    if (!modifiable) {
      throw Refusal.clusterState(
          "DB cluster %s is not currently in the available state, but in %s"
              .formatted(cluster.identifier, cluster.status(now)));
    }
  }

  /** Changes of the master password take effect at once, whatever ApplyImmediately says. */
  private void changeCredentials(Cluster cluster, Members members, ModifyDbClusterRequest request) {
    var manage = request.manageMasterUserPassword();
    var password = members.given("MasterUserPassword");
    if (Boolean.TRUE.equals(manage) && password) {
      throw Refusal.invalidCombination(
          "MasterUserPassword can't be specified with ManageMasterUserPassword");
    }
    if (members.given("MasterUserSecretKmsKeyId") && !Boolean.TRUE.equals(manage)) {
      throw Refusal.invalidCombination(
          "MasterUserSecretKmsKeyId needs ManageMasterUserPassword, and a new secret");
    }
    if (password && cluster.secret != null && !Boolean.FALSE.equals(manage)) {
      throw Refusal.invalidCombination(
          "The master password of %s is managed in Secrets Manager".formatted(cluster.identifier));
    }
    if (Boolean.FALSE.equals(manage) && cluster.secret != null && !password) {
      throw Refusal.invalidCombination(
          "MasterUserPassword is required when ManageMasterUserPassword is turned off");
    }
    if (Boolean.TRUE.equals(manage) && cluster.secret == null) {
      var key = secretKey(cluster.place, request.masterUserSecretKmsKeyId());
      var activeAt = resetCredentials(cluster);
      cluster.secret = new Cluster.Secret(secretArn(cluster), key, activeAt);
    } else if (password) {
      cluster.secret = null;
      resetCredentials(cluster);
    }
  }

  private Instant resetCredentials(Cluster cluster) {
    // The status changes a moment after the call was answered.
    var from = cloud.now().plus(cloud.lag());
    var length = cloud.durations.modifyCredentials(cloud.random);
    cluster.passesThrough("resetting-master-credentials", from, length);
    return from.plus(length);
  }

  private String secretKey(AccountRegion place, String reference) {
    return reference == null
        ? cloud.kms.managedKey(place.account(), place.region(), "alias/aws/secretsmanager").arn()
        : keys.requireUsable(place, reference).arn();
  }

  private String secretArn(Cluster cluster) {
    return "arn:aws:secretsmanager:%s:%s:secret:rds!%s-%s"
        .formatted(
            cluster.place.region(),
            cluster.place.account(),
            cluster.resourceId.toLowerCase(Locale.ROOT),
            Identifiers.secretSuffix(cloud.random));
  }

  private EnableHttpEndpointResponse enableDataApi(
      Caller caller, EnableHttpEndpointRequest request) {
    Members.of(request).modelled(Set.of("ResourceArn")).required("ResourceArn");
    var now = cloud.now();
    // The ARN is compared as it is spelt: the Data API is case-exact.
    var cluster =
        cloud
            .region(caller)
            .clusters
            .live(now)
            .filter(it -> it.arn().equals(request.resourceArn()))
            .findFirst()
            .orElseThrow(
                () ->
                    new AwsError(
                        "ResourceNotFoundFault",
                        404,
                        "The specified resource ID was not found: " + request.resourceArn()));
    if (!cluster.isAvailable(now) || !cluster.version.servesDataApi()) {
      throw Refusal.badRequest(
          "InvalidResourceStateFault",
          "The Data API can't be enabled for %s, %s %s in status %s"
              .formatted(
                  cluster.identifier,
                  cluster.version.engine().wireName,
                  cluster.version.version(),
                  cluster.status(now)));
    }
    cluster.dataApiFrom(now.plus(cloud.durations.enableDataApi(cloud.random)));
    return EnableHttpEndpointResponse.builder()
        .resourceArn(cluster.arn())
        .httpEndpointEnabled(true)
        .build();
  }
}
