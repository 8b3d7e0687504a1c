package aurora.restore.plan;

import static aurora.restore.operation.ClusterSettings.ADVANCED;
import static aurora.restore.operation.ClusterSettings.ADVANCED_RETENTION_DAYS;
import static aurora.restore.plan.InputKey.BACKTRACK_WINDOW;
import static aurora.restore.plan.InputKey.CA_CERTIFICATE_IDENTIFIER;
import static aurora.restore.plan.InputKey.DATABASE_INSIGHTS_MODE;
import static aurora.restore.plan.InputKey.MONITORING_INTERVAL;
import static aurora.restore.plan.InputKey.MONITORING_ROLE_ARN;
import static aurora.restore.plan.InputKey.PERFORMANCE_INSIGHTS_KMS_KEY_ID;
import static aurora.restore.plan.InputKey.PERFORMANCE_INSIGHTS_RETENTION_PERIOD;

import aurora.restore.operation.ClusterSettings;
import aurora.restore.operation.InstanceSettings;
import aurora.restore.operation.SourceSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.rds.model.DBEngineVersion;

/**
 * The settings that RDS would reset: what the input says, else the snapshot, else the source
 * cluster and its writer.
 */
final class CarriedSettings {
  private record Monitoring(Integer intervalSeconds, String roleArn) {}

  private static final String MYSQL = "aurora-mysql";

  private final RestoreRequest request;
  private final SourceSnapshot snapshot;
  private final Optional<SourceCluster> source;
  private final EngineOffer offer;
  private final List<String> monitoringRoles;
  private final PreflightFindings findings;

  /**
   * @param offer what the target region says of the engine's version
   * @param monitoringRoles the roles that the deployment may pass to instances
   */
  CarriedSettings(
      RestoreRequest request,
      SourceSnapshot snapshot,
      Optional<SourceCluster> source,
      EngineOffer offer,
      List<String> monitoringRoles,
      PreflightFindings findings) {
    this.request = request;
    this.snapshot = snapshot;
    this.source = source;
    this.offer = offer;
    this.monitoringRoles = monitoringRoles;
    this.findings = findings;
  }

  /**
   * @param instances those of its instances, as they were decided
   */
  ClusterSettings ofCluster(InstanceSettings instances) {
    var asked = request.cluster().settings();
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
        dataApi(asked.dataApi()));
  }

  /** Checks by SQL need it: where they are asked, it may be left out and not refused. */
  private Boolean dataApi(Boolean asked) {
    return request.verification() != null
        ? Boolean.TRUE
        : first(asked, of(ClusterSettings::dataApi));
  }

  InstanceSettings ofInstances() {
    var asked = request.instances().settings();
    var has = source.flatMap(SourceCluster::writer).map(SourceWriter::settings);
    var monitoring = monitoring(asked, has);
    var insights =
        first(
            asked.performanceInsights(),
            has.map(InstanceSettings::performanceInsights).orElse(null));
    var isInsightful = Boolean.TRUE.equals(insights);
    if (!isInsightful) {
      requireInsightsFor(
          PERFORMANCE_INSIGHTS_RETENTION_PERIOD, asked.performanceInsightsRetentionDays());
      requireInsightsFor(PERFORMANCE_INSIGHTS_KMS_KEY_ID, asked.performanceInsightsKmsKeyId());
    }
    return new InstanceSettings(
        first(
            asked.autoMinorVersionUpgrade(),
            has.map(InstanceSettings::autoMinorVersionUpgrade).orElse(null)),
        monitoring.intervalSeconds(),
        monitoring.roleArn(),
        insights,
        isInsightful
            ? first(
                asked.performanceInsightsRetentionDays(),
                has.map(InstanceSettings::performanceInsightsRetentionDays).orElse(null))
            : null,
        isInsightful ? insightsKey(asked, has) : null,
        certificate(asked.caCertificate(), has.map(InstanceSettings::caCertificate)));
  }

  private void requireInsightsFor(InputKey key, Object asked) {
    if (asked != null && request.instances().settings().performanceInsights() == null) {
      findings.stop(
          key,
          "is given, and the source has no Performance Insights",
          "set enable_performance_insights to true");
    }
  }

  /** What the version doesn't list can't be had there; a list that is empty tells nothing. */
  private String certificate(String asked, Optional<String> has) {
    var offered =
        offer.version().map(DBEngineVersion::supportedCACertificateIdentifiers).orElse(List.of());
    var wanted = first(asked, has.orElse(null));
    if (wanted == null || offered.isEmpty() || offered.contains(wanted)) {
      return wanted;
    }
    var problem = wanted + " can't be had in " + request.targetRegion();
    if (asked != null) {
      findings.stop(
          CA_CERTIFICATE_IDENTIFIER,
          "is " + problem,
          "name one of " + String.join(", ", offered) + ", or leave it out");
    } else {
      findings.warn(
          "the source writer's certificate authority "
              + problem
              + ": the restored instances get the account's default");
    }
    return null;
  }

  /**
   * Where a maintenance window is asked for, a backup window that doesn't meet it: RDS draws one
   * without knowing that, and refuses the maintenance window once the cluster is there.
   */
  private String backupWindow() {
    var asked = request.cluster().settings().maintenanceWindow();
    var has = of(ClusterSettings::backupWindow);
    var maintenance = Optional.ofNullable(asked).flatMap(Window::weekly);
    if (maintenance.isEmpty() || (has != null && apart(has, asked))) {
      return has;
    }
    var moved = maintenance.get().dailyAfter();
    if (has != null && request.cluster().settings().backupWindow() == null) {
      findings.warn(
          "the source's backup window "
              + has
              + " meets the preferred_maintenance_window asked for: the restored cluster is backed"
              + " up at "
              + moved);
    }
    return moved;
  }

  /** A window of the source's that meets the one asked for is left to RDS. */
  private String maintenanceWindow() {
    var asked = request.cluster().settings().backupWindow();
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
    if (request.cluster().settings().databaseInsightsMode() != null) {
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

  /** Of the input where it says anything of it; else the source writer's, as far as it may be. */
  private Monitoring monitoring(InstanceSettings asked, Optional<InstanceSettings> has) {
    var role =
        first(asked.monitoringRoleArn(), has.map(InstanceSettings::monitoringRoleArn).orElse(null));
    var interval =
        first(
            asked.monitoringIntervalSeconds(),
            has.map(InstanceSettings::monitoringIntervalSeconds).orElse(null));
    if (interval == null && asked.monitoringRoleArn() != null) {
      findings.stop(
          MONITORING_ROLE_ARN, "is given without an interval", "give monitoring_interval too");
    }
    if (interval == null || interval == 0) {
      return new Monitoring(interval, null);
    }
    if (asked.monitoringIntervalSeconds() != null || asked.monitoringRoleArn() != null) {
      requirePassable(role);
      return new Monitoring(interval, role);
    }
    if (monitoringRoles.contains(role)) {
      return new Monitoring(interval, role);
    }
    findings.warn(
        "the source's writer has enhanced monitoring under "
            + role
            + ", which this deployment may not pass on: the restored instances have none, unless"
            + " the deployment's monitoringRoles name it");
    return new Monitoring(null, null);
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
            + request.source().region()
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
