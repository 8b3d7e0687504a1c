package aurora.restore.operation;

/**
 * Settings of the cluster that RDS resets at a restore unless they are passed on. Each is null
 * where neither the input, the snapshot nor the source cluster says one: RDS then takes its default
 * (RDS API Reference, RestoreDBClusterFromSnapshot and ModifyDBCluster).
 *
 * @param storageType {@code aurora} or {@code aurora-iopt1}
 * @param engineLifecycleSupport {@code open-source-rds-extended-support} or {@code
 *     open-source-rds-extended-support-disabled}
 * @param networkType {@code IPV4} or {@code DUAL}
 * @param backtrackWindowSeconds Aurora MySQL alone, 0 to 259200
 * @param backupWindow {@code hh24:mi-hh24:mi}, UTC
 * @param maintenanceWindow {@code ddd:hh24:mi-ddd:hh24:mi}, UTC, in lower case; no member of a
 *     restore: applied afterwards
 * @param databaseInsightsMode {@code standard} or {@code advanced}; applied afterwards
 * @param dataApi whether the RDS Data API is enabled; applied afterwards
 */
public record ClusterSettings(
    String storageType,
    String engineLifecycleSupport,
    String networkType,
    Long backtrackWindowSeconds,
    String backupWindow,
    String maintenanceWindow,
    String databaseInsightsMode,
    Boolean dataApi) {
  /** The mode of Database Insights that RDS doesn't take without more. */
  public static final String ADVANCED = "advanced";

  /** What the advanced mode requires of Performance Insights (same, ModifyDBCluster). */
  public static final int ADVANCED_RETENTION_DAYS = 465;

  /** Nothing is said: RDS's defaults, as in plans of an earlier version. */
  public static final ClusterSettings DEFAULTS =
      new ClusterSettings(null, null, null, null, null, null, null, null);
}
