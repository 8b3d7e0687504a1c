package aurora.restore.plan;

import static aurora.restore.plan.InputKey.BACKTRACK_WINDOW;
import static aurora.restore.plan.InputKey.DATABASE_INSIGHTS_MODE;
import static aurora.restore.plan.InputKey.MONITORING_INTERVAL;
import static aurora.restore.plan.InputKey.MONITORING_ROLE_ARN;
import static aurora.restore.plan.SettingsReader.ADVANCED;
import static aurora.restore.plan.SettingsReader.ADVANCED_RETENTION_DAYS;

import aurora.restore.operation.ClusterSettings;
import aurora.restore.operation.InstanceSettings;
import aurora.restore.operation.SourceSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The settings that RDS would reset: what the input says, else the snapshot, else the source
 * cluster and its writer.
 */
final class CarriedSettings {
  private static final String MYSQL = "aurora-mysql";

  private final RestoreRequest request;
  private final SourceSnapshot snapshot;
  private final Optional<SourceCluster> source;
  private final List<String> monitoringRoles;
  private final Findings findings;

  /**
   * @param monitoringRoles the roles that the deployment may pass to instances
   */
  CarriedSettings(
      RestoreRequest request,
      SourceSnapshot snapshot,
      Optional<SourceCluster> source,
      List<String> monitoringRoles,
      Findings findings) {
    this.request = request;
    this.snapshot = snapshot;
    this.source = source;
    this.monitoringRoles = monitoringRoles;
    this.findings = findings;
  }

  ClusterSettings ofCluster() {
    var asked = request.clusterSettings();
    var instances = ofInstances();
    return new ClusterSettings(
        first(asked.storageType(), snapshot.storageType(), of(ClusterSettings::storageType)),
        first(asked.engineLifecycleSupport(), of(ClusterSettings::engineLifecycleSupport)),
        first(asked.networkType(), of(ClusterSettings::networkType)),
        backtrack(asked.backtrackWindowSeconds()),
        first(asked.backupWindow(), backupWindow()),
        first(asked.maintenanceWindow(), maintenanceWindow()),
        insightsMode(
            first(asked.databaseInsightsMode(), of(ClusterSettings::databaseInsightsMode)),
            instances),
        first(asked.dataApi(), of(ClusterSettings::dataApi)));
  }

  InstanceSettings ofInstances() {
    var asked = request.instanceSettings();
    var has = source.flatMap(SourceCluster::writer).map(SourceWriter::settings);
    var interval = monitoringInterval(asked, has);
    var isMonitored = interval != null && interval > 0;
    var insights =
        first(
            asked.performanceInsights(),
            has.map(InstanceSettings::performanceInsights).orElse(null));
    var isInsightful = Boolean.TRUE.equals(insights);
    return new InstanceSettings(
        first(
            asked.autoMinorVersionUpgrade(),
            has.map(InstanceSettings::autoMinorVersionUpgrade).orElse(null)),
        interval,
        isMonitored ? role(asked, has) : null,
        insights,
        isInsightful
            ? first(
                asked.performanceInsightsRetentionDays(),
                has.map(InstanceSettings::performanceInsightsRetentionDays).orElse(null))
            : asked.performanceInsightsRetentionDays(),
        isInsightful ? insightsKey(asked, has) : asked.performanceInsightsKmsKeyId(),
        first(asked.caCertificate(), has.map(InstanceSettings::caCertificate).orElse(null)));
  }

  /** A window of the source's that meets the one asked for is left to RDS. */
  private String backupWindow() {
    var asked = request.clusterSettings().maintenanceWindow();
    return apart(of(ClusterSettings::backupWindow), asked)
        ? of(ClusterSettings::backupWindow)
        : null;
  }

  private String maintenanceWindow() {
    var asked = request.clusterSettings().backupWindow();
    return apart(asked, of(ClusterSettings::maintenanceWindow))
        ? of(ClusterSettings::maintenanceWindow)
        : null;
  }

  private static boolean apart(String backup, String maintenance) {
    if (backup == null || maintenance == null) {
      return true;
    }
    var weekly = Window.weekly(maintenance);
    return Window.daily(backup).filter(it -> weekly.filter(it::meets).isPresent()).isEmpty();
  }

  private Long backtrack(Long asked) {
    var isMySql = MYSQL.equals(snapshot.engine());
    if (!isMySql && asked != null && asked > 0) {
      findings.stop(
          BACKTRACK_WINDOW,
          "is given, and " + snapshot.engine() + " has no backtrack",
          "leave it out");
    }
    return isMySql ? first(asked, of(ClusterSettings::backtrackWindowSeconds)) : null;
  }

  /** Left out, RDS makes it standard. The advanced mode needs Performance Insights for long. */
  private String insightsMode(String mode, InstanceSettings instances) {
    if (!ADVANCED.equals(mode)) {
      return mode;
    }
    var days = instances.performanceInsightsRetentionDays();
    if (Boolean.TRUE.equals(instances.performanceInsights())
        && days != null
        && days >= ADVANCED_RETENTION_DAYS) {
      return mode;
    }
    if (request.clusterSettings().databaseInsightsMode() != null) {
      findings.stop(
          DATABASE_INSIGHTS_MODE,
          "is advanced, and Performance Insights isn't kept for 465 days",
          "set enable_performance_insights to true and performance_insights_retention_period to"
              + " 465");
    } else {
      findings.warn(
          "the source cluster has Database Insights in advanced mode, the restored one gets"
              + " standard: what the input asks of Performance Insights doesn't suffice for it");
    }
    return null;
  }

  private Integer monitoringInterval(InstanceSettings asked, Optional<InstanceSettings> has) {
    if (asked.monitoringIntervalSeconds() != null) {
      return asked.monitoringIntervalSeconds();
    }
    var interval = has.map(InstanceSettings::monitoringIntervalSeconds).orElse(null);
    if (interval == null) {
      if (asked.monitoringRoleArn() != null) {
        findings.stop(
            MONITORING_ROLE_ARN, "is given without an interval", "give monitoring_interval too");
      }
      return null;
    }
    var role = role(asked, has);
    if (asked.monitoringRoleArn() == null && !monitoringRoles.contains(role)) {
      findings.warn(
          "the source's writer has enhanced monitoring under "
              + role
              + ", which this deployment may not pass on: the restored instances have none, unless"
              + " the deployment's monitoringRoles name it");
      return null;
    }
    return interval;
  }

  private String role(InstanceSettings asked, Optional<InstanceSettings> has) {
    var role =
        first(asked.monitoringRoleArn(), has.map(InstanceSettings::monitoringRoleArn).orElse(null));
    if (asked.monitoringRoleArn() != null || asked.monitoringIntervalSeconds() != null) {
      requirePassable(role);
    }
    return role;
  }

  private void requirePassable(String role) {
    if (role == null) {
      findings.stop(
          MONITORING_INTERVAL,
          "is given without a role to write under",
          "give monitoring_role_arn too");
    } else if (!monitoringRoles.contains(role)) {
      findings.stop(
          MONITORING_ROLE_ARN,
          "is " + role + ", which this deployment may not pass on",
          monitoringRoles.isEmpty()
              ? "add the role to the deployment's monitoringRoles, or set monitoring_interval to 0"
              : "name one of " + String.join(", ", monitoringRoles));
    }
  }

  /** A key is of one region: over regions the source's can't be passed on. */
  private String insightsKey(InstanceSettings asked, Optional<InstanceSettings> has) {
    if (asked.performanceInsightsKmsKeyId() != null) {
      return asked.performanceInsightsKmsKeyId();
    }
    var key = has.map(InstanceSettings::performanceInsightsKmsKeyId).orElse(null);
    if (key == null || !request.isCrossRegion()) {
      return key;
    }
    findings.warn(
        "Performance Insights of the source is under "
            + key
            + " of "
            + request.sourceRegion()
            + ", that of the restored instances is under the account's default key: name"
            + " performance_insights_kms_key_id to have another");
    return null;
  }

  private <T> T of(Function<ClusterSettings, T> setting) {
    return source.map(SourceCluster::settings).map(setting).orElse(null);
  }

  @SafeVarargs
  private static <T> T first(T... choices) {
    for (var choice : choices) {
      if (choice != null) {
        return choice;
      }
    }
    return null;
  }
}
