package aurora.restore.simulation.rds;

import java.time.Duration;
import java.util.Objects;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterRequest;

/**
 * A change of Database Insights and Performance Insights: made at the cluster, it reaches all of
 * its instances (RDS API Reference, ModifyDBCluster).
 */
final class InsightsChange {
  private static final int USUAL_RETENTION_DAYS = 7;

  private final RdsState cloud;
  private final Region region;
  private final Cluster cluster;
  private final ModifyDbClusterRequest request;

  InsightsChange(RdsState cloud, Region region, Cluster cluster, ModifyDbClusterRequest request) {
    this.cloud = cloud;
    this.region = region;
    this.cluster = cluster;
    this.request = request;
  }

  void requireValid() {
    if (request.databaseInsightsModeAsString() != null) {
      OptionRules.requireInsights(request, cluster.options.databaseInsightsMode);
    }
    OptionRules.requireInsightsRetention(request.performanceInsightsRetentionPeriod());
    if (request.enablePerformanceInsights() == null
        && (request.performanceInsightsRetentionPeriod() != null
            || request.performanceInsightsKMSKeyId() != null)) {
      throw Refusal.invalidCombination(
          "PerformanceInsightsRetentionPeriod and PerformanceInsightsKMSKeyId need"
              + " EnablePerformanceInsights");
    }
  }

  /** Without ApplyImmediately it waits for a maintenance window, which no run here reaches. */
  void apply() {
    var asks =
        request.databaseInsightsModeAsString() != null
            || request.enablePerformanceInsights() != null;
    if (!asks || !Boolean.TRUE.equals(request.applyImmediately())) {
      return;
    }
    if (request.databaseInsightsModeAsString() != null) {
      cluster.options.databaseInsightsMode = request.databaseInsightsModeAsString();
    }
    if (request.enablePerformanceInsights() != null) {
      var keyArn = keyArn();
      region
          .members(cluster, cloud.now())
          .forEach(
              instance ->
                  instance.insights(
                      keyArn == null
                          ? null
                          : Objects.requireNonNullElse(
                              request.performanceInsightsRetentionPeriod(), USUAL_RETENTION_DAYS),
                      keyArn));
    }
    cluster.passesThrough("modifying", cloud.now().plus(cloud.lag()), Duration.ofMinutes(1));
  }

  private String keyArn() {
    return Boolean.TRUE.equals(request.enablePerformanceInsights())
        ? new MonitoringRules(cloud)
            .insightsKeyArn(cluster.place, request.performanceInsightsKMSKeyId())
        : null;
  }
}
