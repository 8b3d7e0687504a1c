package aurora.restore.verify;

import static aurora.restore.verify.Shown.or;

import aurora.restore.operation.InstancePlan;
import aurora.restore.operation.InstanceSettings;
import aurora.restore.operation.LowerCase;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBParameterGroupStatus;

/** The properties of an instance, each with where RDS shows it. */
final class InstanceProperties {
  static final List<Check<InstancePlan, DBInstance>> OF_PLAN =
      List.of(
          of("id", "identifier", plan -> LowerCase.of(plan.id()), DBInstance::dbInstanceIdentifier),
          of("instanceClass", "class", InstancePlan::instanceClass, DBInstance::dbInstanceClass),
          of(
              "parameterGroup",
              "parameter group",
              plan -> LowerCase.of(plan.parameterGroup()),
              InstanceProperties::parameterGroup));

  /** What isn't shown is off. */
  static final List<Check<InstancePlan, DBInstance>> OF_SETTINGS =
      List.of(
          ofSettings(
              "autoMinorVersionUpgrade",
              "automatic minor upgrades",
              InstanceSettings::autoMinorVersionUpgrade,
              DBInstance::autoMinorVersionUpgrade),
          ofSettings(
              "monitoringIntervalSeconds",
              "enhanced monitoring interval",
              InstanceSettings::monitoringIntervalSeconds,
              found -> or(0, found.monitoringInterval())),
          ofSettings(
              "monitoringRoleArn",
              "enhanced monitoring role",
              InstanceSettings::monitoringRoleArn,
              DBInstance::monitoringRoleArn),
          ofSettings(
              "performanceInsights",
              "Performance Insights",
              InstanceSettings::performanceInsights,
              found -> or(false, found.performanceInsightsEnabled())),
          ofSettings(
              "performanceInsightsRetentionDays",
              "Performance Insights retention days",
              InstanceSettings::performanceInsightsRetentionDays,
              DBInstance::performanceInsightsRetentionPeriod),
          ofSettings(
              "performanceInsightsKmsKeyId",
              "Performance Insights KMS key",
              settings -> Shown.key(settings.performanceInsightsKmsKeyId()),
              DBInstance::performanceInsightsKMSKeyId),
          ofSettings(
              "caCertificate",
              "certificate authority",
              InstanceSettings::caCertificate,
              DBInstance::caCertificateIdentifier));

  private InstanceProperties() {}

  private static String parameterGroup(DBInstance found) {
    return found.dbParameterGroups().stream()
        .map(DBParameterGroupStatus::dbParameterGroupName)
        .map(LowerCase::of)
        .findFirst()
        .orElse(null);
  }

  private static Check<InstancePlan, DBInstance> of(
      String component,
      String what,
      Function<InstancePlan, Object> planned,
      Function<DBInstance, Object> found) {
    return new Check<>(InstancePlan.class, component, what, planned, found);
  }

  private static Check<InstancePlan, DBInstance> ofSettings(
      String component,
      String what,
      Function<InstanceSettings, Object> planned,
      Function<DBInstance, Object> found) {
    return new Check<>(
        InstanceSettings.class, component, what, plan -> planned.apply(plan.settings()), found);
  }
}
