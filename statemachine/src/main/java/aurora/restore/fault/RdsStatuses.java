package aurora.restore.fault;

import java.util.List;

/**
 * The statuses of clusters and instances (Aurora User Guide, "Viewing DB cluster status" and
 * "Viewing DB instance status").
 */
final class RdsStatuses {
  static final List<String> ALL =
      List.of(
          "available",
          "backing-up",
          "backtracking",
          "cloning-failed",
          "configuring-enhanced-monitoring",
          "configuring-iam-database-auth",
          "configuring-log-exports",
          "creating",
          "delete-precheck",
          "deleting",
          "failed",
          "failing-over",
          "inaccessible-encryption-credentials",
          "inaccessible-encryption-credentials-recoverable",
          "incompatible-network",
          "incompatible-option-group",
          "incompatible-parameters",
          "incompatible-restore",
          "insufficient-capacity",
          "maintenance",
          "migrating",
          "migration-failed",
          "modifying",
          "preparing-data-migration",
          "promoting",
          "rebooting",
          "renaming",
          "resetting-master-credentials",
          "restore-error",
          "starting",
          "stopped",
          "stopping",
          "storage-config-upgrade",
          "storage-full",
          "storage-initialization",
          "storage-optimization",
          "upgrade-failed",
          "upgrading");

  private RdsStatuses() {}
}
