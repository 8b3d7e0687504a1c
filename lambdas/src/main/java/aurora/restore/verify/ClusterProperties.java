package aurora.restore.verify;

import static aurora.restore.verify.Shown.or;

import aurora.restore.operation.Capacity;
import aurora.restore.operation.ClusterPlan;
import aurora.restore.operation.ClusterSettings;
import aurora.restore.operation.LowerCase;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.Subnet;
import software.amazon.awssdk.services.rds.model.VpcSecurityGroupMembership;

/** The properties of a cluster, each with where RDS shows it. */
final class ClusterProperties {
  static final List<Check<ClusterPlan, FoundCluster>> OF_PLAN =
      List.of(
          of("id", "identifier", plan -> LowerCase.of(plan.id()), DBCluster::dbClusterIdentifier),
          of(
              "arn",
              "ARN",
              plan -> LowerCase.of(plan.arn()),
              found -> LowerCase.of(found.dbClusterArn())),
          of("engine", "engine", ClusterPlan::engine, DBCluster::engine),
          of(
              "engineVersion",
              "engine version",
              ClusterPlan::engineVersion,
              DBCluster::engineVersion),
          of("port", "port", ClusterPlan::port, DBCluster::port),
          of("kmsKeyId", "KMS key", plan -> Shown.key(plan.kmsKeyId()), DBCluster::kmsKeyId),
          inNetwork("vpcId", "VPC", ClusterPlan::vpcId, FoundCluster::vpc),
          of(
              "subnetGroup",
              "subnet group",
              plan -> LowerCase.of(plan.subnetGroup()),
              found -> LowerCase.of(found.dbSubnetGroup())),
          inNetwork(
              "subnetIds",
              "subnets",
              plan -> Shown.set(plan.subnetIds()),
              found -> Shown.set(found.subnets().stream().map(Subnet::subnetIdentifier))),
          of(
              "securityGroupIds",
              "security groups",
              plan -> Shown.set(plan.securityGroupIds()),
              found ->
                  Shown.set(
                      found.vpcSecurityGroups().stream()
                          .map(VpcSecurityGroupMembership::vpcSecurityGroupId))),
          of(
              "parameterGroup",
              "parameter group",
              plan -> LowerCase.of(plan.parameterGroup()),
              found -> LowerCase.of(found.dbClusterParameterGroup())),
          of(
              "deletionProtection",
              "deletion protection",
              ClusterPlan::deletionProtection,
              found -> or(false, found.deletionProtection())),
          of(
              "backupRetentionDays",
              "backup retention days",
              ClusterPlan::backupRetentionDays,
              DBCluster::backupRetentionPeriod),
          of(
              "iamAuthentication",
              "IAM authentication",
              ClusterPlan::iamAuthentication,
              found -> or(false, found.iamDatabaseAuthenticationEnabled())),
          of(
              "logExports",
              "log exports",
              plan -> Shown.set(plan.logExports()),
              found -> Shown.set(found.enabledCloudwatchLogsExports())),
          inNetwork(
              "manageMasterPassword",
              "master password managed by RDS",
              ClusterPlan::manageMasterPassword,
              FoundCluster::isPasswordManaged));

  static final List<Check<ClusterPlan, FoundCluster>> OF_CAPACITY =
      List.of(
          ofCapacity("min", "least capacity", Capacity::min, it -> it.scaling().minCapacity()),
          ofCapacity("max", "most capacity", Capacity::max, it -> it.scaling().maxCapacity()),
          ofCapacity(
              "secondsUntilAutoPause",
              "seconds until auto-pause",
              Capacity::secondsUntilAutoPause,
              found -> found.scaling().secondsUntilAutoPause()));

  /**
   * What isn't shown has RDS's default: so an Aurora cluster's storage type is told only where it
   * isn't the standard one (RDS API Reference, CreateDBCluster, "StorageType").
   */
  static final List<Check<ClusterPlan, FoundCluster>> OF_SETTINGS =
      List.of(
          ofSettings(
              "storageType",
              "storage type",
              ClusterSettings::storageType,
              found -> or("aurora", found.storageType())),
          ofSettings(
              "engineLifecycleSupport",
              "extended support",
              ClusterSettings::engineLifecycleSupport,
              found -> or("open-source-rds-extended-support", found.engineLifecycleSupport())),
          ofSettings(
              "networkType",
              "network type",
              ClusterSettings::networkType,
              found -> or("IPV4", found.networkType())),
          ofSettings(
              "backtrackWindowSeconds",
              "backtrack window",
              ClusterSettings::backtrackWindowSeconds,
              found -> or(0L, found.backtrackWindow())),
          ofSettings(
              "backupWindow",
              "backup window",
              settings -> LowerCase.of(settings.backupWindow()),
              found -> LowerCase.of(found.preferredBackupWindow())),
          ofSettings(
              "maintenanceWindow",
              "maintenance window",
              settings -> LowerCase.of(settings.maintenanceWindow()),
              found -> LowerCase.of(found.preferredMaintenanceWindow())),
          ofSettings(
              "databaseInsightsMode",
              "Database Insights mode",
              ClusterSettings::databaseInsightsMode,
              found -> or("standard", found.databaseInsightsModeAsString())),
          ofSettings(
              "dataApi",
              "Data API",
              ClusterSettings::dataApi,
              found -> or(false, found.httpEndpointEnabled())));

  private ClusterProperties() {}

  private static Check<ClusterPlan, FoundCluster> of(
      String component,
      String what,
      Function<ClusterPlan, Object> planned,
      Function<DBCluster, Object> found) {
    return inNetwork(component, what, planned, exists -> found.apply(exists.cluster()));
  }

  private static Check<ClusterPlan, FoundCluster> inNetwork(
      String component,
      String what,
      Function<ClusterPlan, Object> planned,
      Function<FoundCluster, Object> found) {
    return new Check<>(ClusterPlan.class, component, what, planned, found);
  }

  private static Check<ClusterPlan, FoundCluster> ofSettings(
      String component,
      String what,
      Function<ClusterSettings, Object> planned,
      Function<DBCluster, Object> found) {
    return new Check<>(
        ClusterSettings.class,
        component,
        what,
        plan -> planned.apply(plan.settings()),
        exists -> found.apply(exists.cluster()));
  }

  private static Check<ClusterPlan, FoundCluster> ofCapacity(
      String component,
      String what,
      Function<Capacity, Object> planned,
      Function<FoundCluster, Object> found) {
    return new Check<>(
        Capacity.class,
        component,
        what,
        plan -> Optional.ofNullable(plan.capacity()).map(planned).orElse(null),
        found);
  }
}
