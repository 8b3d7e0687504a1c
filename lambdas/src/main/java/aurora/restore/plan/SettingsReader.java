package aurora.restore.plan;

import static aurora.restore.operation.ClusterSettings.ADVANCED;
import static aurora.restore.operation.ClusterSettings.ADVANCED_RETENTION_DAYS;
import static aurora.restore.plan.InputKey.AUTO_MINOR_VERSION_UPGRADE;
import static aurora.restore.plan.InputKey.BACKTRACK_WINDOW;
import static aurora.restore.plan.InputKey.CA_CERTIFICATE_IDENTIFIER;
import static aurora.restore.plan.InputKey.DATABASE_INSIGHTS_MODE;
import static aurora.restore.plan.InputKey.ENABLE_HTTP_ENDPOINT;
import static aurora.restore.plan.InputKey.ENABLE_PERFORMANCE_INSIGHTS;
import static aurora.restore.plan.InputKey.ENGINE_LIFECYCLE_SUPPORT;
import static aurora.restore.plan.InputKey.MONITORING_INTERVAL;
import static aurora.restore.plan.InputKey.MONITORING_ROLE_ARN;
import static aurora.restore.plan.InputKey.NETWORK_TYPE;
import static aurora.restore.plan.InputKey.PERFORMANCE_INSIGHTS_KMS_KEY_ID;
import static aurora.restore.plan.InputKey.PERFORMANCE_INSIGHTS_RETENTION_PERIOD;
import static aurora.restore.plan.InputKey.PREFERRED_BACKUP_WINDOW;
import static aurora.restore.plan.InputKey.PREFERRED_MAINTENANCE_WINDOW;
import static aurora.restore.plan.InputKey.STORAGE_TYPE;

import aurora.restore.input.Fields;
import aurora.restore.input.Rule;
import aurora.restore.operation.ClusterSettings;
import aurora.restore.operation.InstanceSettings;
import aurora.restore.operation.LowerCase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads what an input says of the settings that RDS resets at a restore. */
final class SettingsReader {
  static final String STANDARD_ONLY = "open-source-rds-extended-support-disabled";
  private static final Set<Integer> INTERVALS = Set.of(0, 1, 5, 10, 15, 30, 60);
  private static final int LONGEST_BACKTRACK_SECONDS = 259_200;
  private static final int MONTH = 31;

  private final Fields fields;

  SettingsReader(Fields fields) {
    this.fields = fields;
  }

  ClusterSettings ofCluster() {
    var backtrack = fields.number(BACKTRACK_WINDOW, 0, LONGEST_BACKTRACK_SECONDS);
    return new ClusterSettings(
        fields.oneOf(STORAGE_TYPE, List.of("aurora", "aurora-iopt1")),
        fields.oneOf(
            ENGINE_LIFECYCLE_SUPPORT, List.of("open-source-rds-extended-support", STANDARD_ONLY)),
        fields.oneOf(NETWORK_TYPE, List.of("IPV4", "DUAL")),
        backtrack == null ? null : backtrack.longValue(),
        window(PREFERRED_BACKUP_WINDOW, Window::daily),
        window(PREFERRED_MAINTENANCE_WINDOW, Window::weekly),
        fields.oneOf(DATABASE_INSIGHTS_MODE, List.of("standard", ADVANCED)),
        fields.flag(ENABLE_HTTP_ENDPOINT));
  }

  InstanceSettings ofInstances() {
    return new InstanceSettings(
        fields.flag(AUTO_MINOR_VERSION_UPGRADE),
        interval(),
        fields.text(MONITORING_ROLE_ARN, Rule.ROLE),
        fields.flag(ENABLE_PERFORMANCE_INSIGHTS),
        retention(),
        fields.text(PERFORMANCE_INSIGHTS_KMS_KEY_ID, Rule.KMS_KEY),
        fields.text(CA_CERTIFICATE_IDENTIFIER, Rule.CERTIFICATE));
  }

  /** Finds what can't go together, whatever AWS holds. */
  void findContradictions(RestoreRequest request) {
    findMeetingWindows(request.cluster().settings());
    var instances = request.instances().settings();
    if (Integer.valueOf(0).equals(instances.monitoringIntervalSeconds())
        && instances.monitoringRoleArn() != null) {
      fields.find(
          MONITORING_ROLE_ARN,
          "is given while monitoring_interval is 0, which turns monitoring off",
          "leave out one of them");
    }
    if (Boolean.FALSE.equals(instances.performanceInsights())) {
      findIdle(PERFORMANCE_INSIGHTS_RETENTION_PERIOD, instances.performanceInsightsRetentionDays());
      findIdle(PERFORMANCE_INSIGHTS_KMS_KEY_ID, instances.performanceInsightsKmsKeyId());
    }
    findAdvancedWithoutInsights(request.cluster().settings(), instances);
  }

  private void findIdle(InputKey key, Object given) {
    if (given != null) {
      fields.find(
          key, "is given while enable_performance_insights is false", "leave out one of them");
    }
  }

  private void findAdvancedWithoutInsights(ClusterSettings cluster, InstanceSettings instances) {
    var retention = instances.performanceInsightsRetentionDays();
    if (ADVANCED.equals(cluster.databaseInsightsMode())
        && (Boolean.FALSE.equals(instances.performanceInsights())
            || (retention != null && retention < ADVANCED_RETENTION_DAYS))) {
      fields.find(
          DATABASE_INSIGHTS_MODE,
          "is advanced, which needs Performance Insights kept for 465 days or more",
          "leave it out, or set enable_performance_insights to true and"
              + " performance_insights_retention_period to 465");
    }
  }

  private void findMeetingWindows(ClusterSettings settings) {
    var backup = Optional.ofNullable(settings.backupWindow()).flatMap(Window::daily);
    var maintenance = Optional.ofNullable(settings.maintenanceWindow()).flatMap(Window::weekly);
    if (backup.isPresent() && maintenance.filter(backup.get()::meets).isPresent()) {
      fields.find(
          PREFERRED_MAINTENANCE_WINDOW,
          "meets preferred_backup_window " + settings.backupWindow(),
          "name windows that don't meet");
    }
  }

  private Integer interval() {
    var seconds = fields.number(MONITORING_INTERVAL, 0, 60);
    if (seconds != null && !INTERVALS.contains(seconds)) {
      fields.find(MONITORING_INTERVAL, "is " + seconds, "must be one of 0, 1, 5, 10, 15, 30, 60");
      return null;
    }
    return seconds;
  }

  private Integer retention() {
    var days = fields.number(PERFORMANCE_INSIGHTS_RETENTION_PERIOD, 7, 731);
    if (days != null && days != 7 && days != 731 && days % MONTH != 0) {
      fields.find(
          PERFORMANCE_INSIGHTS_RETENTION_PERIOD,
          "is " + days,
          "must be 7, a multiple of 31 up to 713, or 731");
      return null;
    }
    return days;
  }

  private String window(InputKey key, Function<String, Optional<Window>> form) {
    var any = new Rule(Pattern.compile(".{1,40}"), key.kind().replace("`", ""));
    var text = fields.text(key, any);
    if (text == null) {
      return null;
    }
    if (form.apply(text).filter(Window::isLongEnough).isEmpty()) {
      fields.find(
          key,
          "is \"" + text + "\"",
          "must be " + any.form() + ", of " + Window.SHORTEST_MINUTES + " minutes or more");
      return null;
    }
    return LowerCase.of(text);
  }
}
