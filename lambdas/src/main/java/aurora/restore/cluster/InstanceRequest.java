package aurora.restore.cluster;

import aurora.restore.operation.InstancePlan;
import aurora.restore.operation.RestorePlan;
import aurora.restore.operation.Tags;
import software.amazon.awssdk.services.rds.model.CreateDbInstanceRequest;

/** Asks for an instance as it is planned; what the plan leaves to RDS isn't sent. */
final class InstanceRequest {
  private InstanceRequest() {}

  /**
   * What belongs to the cluster isn't sent (RDS API Reference, CreateDBInstance). Whether an
   * instance is public hangs on its subnet group where it isn't said, so it is said.
   */
  static CreateDbInstanceRequest of(RestorePlan plan, InstancePlan instance) {
    var settings = instance.settings();
    return CreateDbInstanceRequest.builder()
        .dbInstanceIdentifier(instance.id())
        .dbInstanceClass(instance.instanceClass())
        .dbClusterIdentifier(plan.cluster().id())
        .engine(plan.cluster().engine())
        .dbParameterGroupName(instance.parameterGroup())
        .publiclyAccessible(false)
        .autoMinorVersionUpgrade(settings.autoMinorVersionUpgrade())
        .monitoringInterval(settings.monitoringIntervalSeconds())
        .monitoringRoleArn(settings.monitoringRoleArn())
        .enablePerformanceInsights(settings.performanceInsights())
        .performanceInsightsRetentionPeriod(settings.performanceInsightsRetentionDays())
        .performanceInsightsKMSKeyId(settings.performanceInsightsKmsKeyId())
        .caCertificateIdentifier(settings.caCertificate())
        .tags(Tags.of(plan.tags()))
        .build();
  }
}
