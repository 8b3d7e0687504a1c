package aurora.restore.simulation.rds;

import static java.util.Objects.requireNonNullElse;

import aurora.restore.simulation.AwsError;
import java.util.Set;
import software.amazon.awssdk.services.rds.model.DatabaseInsightsMode;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterRequest;
import software.amazon.awssdk.services.rds.model.RestoreDbClusterFromSnapshotRequest;

/**
 * The values that RDS takes for {@link ClusterOptions} (RDS API Reference,
 * RestoreDBClusterFromSnapshot and ModifyDBCluster).
 */
final class OptionRules {
  private static final int ADVANCED_RETENTION_DAYS = 465;
  private static final Set<String> LIFECYCLES =
      Set.of(ClusterOptions.EXTENDED_SUPPORT, ClusterOptions.EXTENDED_SUPPORT + "-disabled");
  private static final long MAX_BACKTRACK_SECONDS = 259_200;

  private OptionRules() {}

  /** What is left out gets RDS's default, whatever the snapshot's cluster had. */
  static ClusterOptions accept(
      RestoreDbClusterFromSnapshotRequest request, EngineVersion version, DbSubnetGroup group) {
    var options = new ClusterOptions();
    if (request.engineMode() != null) {
      options.engineMode = engineMode(request.engineMode());
    }
    if (request.engineLifecycleSupport() != null) {
      options.engineLifecycleSupport =
          requireOneOf("EngineLifecycleSupport", request.engineLifecycleSupport(), LIFECYCLES);
    }
    if (request.networkType() != null) {
      options.networkType = networkType(request.networkType(), group);
    }
    if (request.storageType() != null) {
      options.storageType = storageType(request.storageType(), version);
    }
    if (request.backtrackWindow() != null) {
      options.backtrackSeconds = backtrackSeconds(request.backtrackWindow(), version);
    }
    if (request.preferredBackupWindow() != null) {
      options.backupWindow = Windows.requireBackup(request.preferredBackupWindow());
    }
    options.scaling = CapacityRules.accept(request.serverlessV2ScalingConfiguration(), version);
    return options;
  }

  /** Changes windows at once, as RDS does whatever ApplyImmediately says. */
  static void changeWindows(ClusterOptions options, ModifyDbClusterRequest request) {
    var backup =
        request.preferredBackupWindow() == null
            ? options.backupWindow
            : Windows.requireBackup(request.preferredBackupWindow());
    var maintenance =
        request.preferredMaintenanceWindow() == null
            ? options.maintenanceWindow
            : Windows.requireMaintenance(request.preferredMaintenanceWindow());
    Windows.requireApart(backup, maintenance);
    options.backupWindow = backup;
    options.maintenanceWindow = maintenance;
  }

  /**
   * The advanced mode needs Performance Insights, kept for at least 465 days (Aurora User Guide,
   * "Considerations for Database Insights for Amazon Aurora").
   */
  static void requireInsights(ModifyDbClusterRequest request, String mode) {
    if (DatabaseInsightsMode.fromValue(request.databaseInsightsModeAsString())
        == DatabaseInsightsMode.UNKNOWN_TO_SDK_VERSION) {
      throw Refusal.invalidValue(
          "Invalid Database Insights mode: " + request.databaseInsightsModeAsString());
    }
    var turnsAdvanced =
        request.databaseInsightsMode() == DatabaseInsightsMode.ADVANCED
            && !mode.equals(DatabaseInsightsMode.ADVANCED.toString());
    var complete =
        Boolean.TRUE.equals(request.enablePerformanceInsights())
            && requireNonNullElse(request.performanceInsightsRetentionPeriod(), 0)
                >= ADVANCED_RETENTION_DAYS;
    if (turnsAdvanced && !complete) {
      throw Refusal.invalidCombination(
          "To set DatabaseInsightsMode to advanced, set EnablePerformanceInsights to true and"
              + " PerformanceInsightsRetentionPeriod to 465 or more.");
    }
  }

  /** Performance Insights keeps its data 7 days, 1 to 23 months of 31 days, or 731 days. */
  static Integer requireInsightsRetention(Integer days) {
    if (days != null && !isInsightsRetention(days)) {
      throw Refusal.invalidValue("Invalid Performance Insights retention period: " + days);
    }
    return days;
  }

  static boolean isInsightsRetention(int days) {
    return days == 7 || days == 731 || (days >= 31 && days <= 23 * 31 && days % 31 == 0);
  }

  private static String engineMode(String asked) {
    requireOneOf("EngineMode", asked, Set.of(ClusterOptions.PROVISIONED, "serverless"));
    if (!asked.equals(ClusterOptions.PROVISIONED)) {
      throw Refusal.invalidValue(
          "The engine mode " + asked + " you requested is currently unavailable.");
    }
    return asked;
  }

  private static String networkType(String asked, DbSubnetGroup group) {
    requireOneOf("NetworkType", asked, Set.of("IPV4", "DUAL"));
    if (!group.networkTypes().contains(asked)) {
      throw Refusal.badRequest(
          "NetworkTypeNotSupported",
          "The DB subnet group %s doesn't support the network type %s"
              .formatted(group.identifier, asked));
    }
    return asked;
  }

  private static String storageType(String asked, EngineVersion version) {
    if (!Set.of("aurora", "aurora-iopt1").contains(asked)
        || (asked.equals("aurora-iopt1") && !version.servesOptimizedIo())) {
      throw new AwsError(
          "StorageTypeNotSupported",
          400,
          "Storage type %s isn't supported for %s %s"
              .formatted(asked, version.engine().wireName, version.version()));
    }
    return asked;
  }

  private static long backtrackSeconds(long asked, EngineVersion version) {
    if (asked < 0 || asked > MAX_BACKTRACK_SECONDS) {
      throw Refusal.invalidValue("Invalid backtrack window: " + asked);
    }
    return switch (version.engine()) {
      case AURORA_MYSQL -> asked;
      case AURORA_POSTGRESQL -> {
        if (asked > 0) {
          throw Refusal.invalidCombination("Backtrack isn't supported for aurora-postgresql");
        }
        yield asked;
      }
    };
  }

  private static String requireOneOf(String member, String value, Set<String> valid) {
    if (!valid.contains(value)) {
      throw Refusal.invalidValue("Invalid value %s for %s".formatted(value, member));
    }
    return value;
  }
}
