package aurora.restore.simulation.rds;

/**
 * Settings of a cluster that RDS takes its own default for where a restore names none (RDS API
 * Reference, RestoreDBClusterFromSnapshot), and that ModifyDBCluster can change.
 */
final class ClusterOptions {
  static final String EXTENDED_SUPPORT = "open-source-rds-extended-support";
  static final String PROVISIONED = "provisioned";
  static final String AURORA = "aurora";
  static final String STANDARD = "standard";

  String storageType = AURORA;
  String engineLifecycleSupport = EXTENDED_SUPPORT;
  String engineMode = PROVISIONED;

  /** {@code limited} for a Limitless cluster. */
  String scalabilityType = STANDARD;

  String networkType = "IPV4";

  /** Zero: backtracking is off. */
  long backtrackSeconds;

  /** Null: drawn when the cluster is made. */
  String backupWindow;

  /** Null: drawn when the cluster is made. */
  String maintenanceWindow;

  String databaseInsightsMode = "standard";

  /** Null without Serverless instances. */
  Cluster.Scaling scaling;

  /** RDS chooses the windows that nobody named, so that they don't overlap. */
  void drawWindows(String resourceId) {
    if (backupWindow == null) {
      backupWindow = Windows.backup(resourceId, maintenanceWindow);
    }
    if (maintenanceWindow == null) {
      maintenanceWindow = Windows.maintenance(resourceId, backupWindow);
    }
  }
}
