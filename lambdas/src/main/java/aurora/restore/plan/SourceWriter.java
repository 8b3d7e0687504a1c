package aurora.restore.plan;

import aurora.restore.operation.InstanceSettings;
import software.amazon.awssdk.services.rds.model.DBInstance;

/**
 * The writer of a source cluster.
 *
 * @param parameterGroup null where RDS tells none
 * @param settings as its instances are to have them again
 */
record SourceWriter(String instanceClass, String parameterGroup, InstanceSettings settings) {

  static SourceWriter of(DBInstance instance) {
    var interval = instance.monitoringInterval();
    var insights = instance.performanceInsightsEnabled();
    var isMonitored = interval != null && interval > 0;
    var isInsightful = Boolean.TRUE.equals(insights);
    return new SourceWriter(
        instance.dbInstanceClass(),
        instance.dbParameterGroups().stream()
            .map(group -> group.dbParameterGroupName())
            .findFirst()
            .orElse(null),
        new InstanceSettings(
            instance.autoMinorVersionUpgrade(),
            isMonitored ? interval : null,
            isMonitored ? instance.monitoringRoleArn() : null,
            isInsightful ? insights : null,
            isInsightful ? instance.performanceInsightsRetentionPeriod() : null,
            isInsightful ? instance.performanceInsightsKMSKeyId() : null,
            instance.caCertificateIdentifier()));
  }
}
