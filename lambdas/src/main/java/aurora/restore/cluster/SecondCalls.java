package aurora.restore.cluster;

import static java.util.Objects.requireNonNullElse;

import aurora.restore.operation.ClusterSettings;
import aurora.restore.operation.RestorePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterRequest;

/**
 * What the plan asks for and a restore has no member for (RDS API Reference,
 * RestoreDBClusterFromSnapshot): which of it the cluster hasn't yet.
 */
record SecondCalls(RestorePlan plan, DBCluster cluster) {
  private static final String ACTIVE = "active";

  /** What isn't in force yet, in words. */
  List<String> missing() {
    var missing = new ArrayList<String>();
    if (plan.cluster().manageMasterPassword() && !isSecretActive()) {
      missing.add("secret");
    }
    if (isWindowMissing()) {
      missing.add("maintenance window");
    }
    if (isInsightsModeMissing()) {
      missing.add("Database Insights mode");
    }
    if (isDataApiMissing()) {
      missing.add("Data API");
    }
    return missing;
  }

  /** For a provisioned cluster there is a call of its own (same, EnableHttpEndpoint). */
  boolean isDataApiMissing() {
    return Boolean.TRUE.equals(plan.cluster().settings().dataApi())
        && !Boolean.TRUE.equals(cluster.httpEndpointEnabled());
  }

  /** The change that brings about what isn't there; empty where there is nothing to change. */
  Optional<ModifyDbClusterRequest> change() {
    var isPasswordMissing =
        plan.cluster().manageMasterPassword() && cluster.masterUserSecret() == null;
    if (!isPasswordMissing && !isWindowMissing() && !isInsightsModeMissing()) {
      return Optional.empty();
    }
    var settings = plan.cluster().settings();
    var change =
        ModifyDbClusterRequest.builder()
            .dbClusterIdentifier(plan.cluster().id())
            .applyImmediately(true);
    if (isPasswordMissing) {
      change.manageMasterUserPassword(true);
    }
    if (isWindowMissing()) {
      change.preferredMaintenanceWindow(settings.maintenanceWindow());
    }
    if (isInsightsModeMissing()) {
      change.databaseInsightsMode(settings.databaseInsightsMode());
      if (ClusterSettings.ADVANCED.equals(settings.databaseInsightsMode())) {
        change
            .enablePerformanceInsights(true)
            .performanceInsightsRetentionPeriod(insightsRetentionDays())
            .performanceInsightsKMSKeyId(plan.writer().settings().performanceInsightsKmsKeyId());
      }
    }
    return Optional.of(change.build());
  }

  /** The change reaches every instance, so it asks for what the instances are planned with. */
  private int insightsRetentionDays() {
    return requireNonNullElse(
        plan.writer().settings().performanceInsightsRetentionDays(),
        ClusterSettings.ADVANCED_RETENTION_DAYS);
  }

  private boolean isSecretActive() {
    var secret = cluster.masterUserSecret();
    return secret != null && ACTIVE.equals(secret.secretStatus());
  }

  private boolean isWindowMissing() {
    var planned = plan.cluster().settings().maintenanceWindow();
    return planned != null && !planned.equalsIgnoreCase(cluster.preferredMaintenanceWindow());
  }

  /** What isn't told is the default. */
  private boolean isInsightsModeMissing() {
    var planned = plan.cluster().settings().databaseInsightsMode();
    var found = cluster.databaseInsightsModeAsString();
    return planned != null && !planned.equals(found == null ? "standard" : found);
  }
}
