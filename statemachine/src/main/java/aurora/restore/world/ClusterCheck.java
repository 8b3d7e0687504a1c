package aurora.restore.world;

import aurora.restore.simulation.rds.Offer;
import aurora.restore.world.WorldDescription.Cluster;
import aurora.restore.world.WorldDescription.Instance;
import aurora.restore.world.WorldDescription.Settings;
import java.util.List;
import java.util.Locale;

/** Whether a cluster of a world's file and its instances can be so. */
final class ClusterCheck {
  /** User Guide, Viewing DB cluster status. */
  private static final List<String> STATUSES =
      List.of(
          "available",
          "backing-up",
          "backtracking",
          "cloning-failed",
          "creating",
          "deleting",
          "failing-over",
          "inaccessible-encryption-credentials",
          "inaccessible-encryption-credentials-recoverable",
          "maintenance",
          "migrating",
          "migration-failed",
          "modifying",
          "promoting",
          "preparing-data-migration",
          "renaming",
          "resetting-master-credentials",
          "starting",
          "stopped",
          "stopping",
          "storage-optimization",
          "update-iam-db-auth",
          "upgrading");

  private static final List<Integer> INTERVALS_SECONDS = List.of(0, 1, 5, 10, 15, 30, 60);
  private static final String EXTENDED_SUPPORT = "open-source-rds-extended-support";
  private static final double MOST_ACU = 256;

  private final WorldFindings findings;

  ClusterCheck(WorldFindings findings) {
    this.findings = findings;
  }

  void check(String place, Cluster cluster) {
    findings.region(place + ".region", cluster.region());
    if (findings.given(place + ".id", cluster.id())) {
      findings.once(
          place + ".id",
          "cluster %s in %s".formatted(cluster.id().toLowerCase(Locale.ROOT), cluster.region()));
    }
    if (findings.given(place + ".engine", cluster.engine())) {
      findings.oneOf(place + ".engine", cluster.engine(), Offer.engines());
    }
    findings.given(place + ".engine_version", cluster.engineVersion());
    findings.engineVersion(place + ".engine_version", cluster.engine(), cluster.engineVersion());
    findings.oneOf(place + ".status", cluster.status(), STATUSES);
    findings.between(place + ".port", cluster.port(), 1150, 65_535);
    findings.instanceClass(place + ".instance_class", cluster.instanceClass());
    findings.between(place + ".min_capacity", cluster.minCapacity(), 0, MOST_ACU);
    findings.between(place + ".max_capacity", cluster.maxCapacity(), 1, MOST_ACU);
    if ((cluster.minCapacity() == null) != (cluster.maxCapacity() == null)) {
      findings.add(place, "min_capacity and max_capacity belong together");
    }
    findings.between(place + ".backup_retention_days", cluster.backupRetentionDays(), 1, 35);
    findings.tags(place + ".tags", cluster.tags());
    if (cluster.settings() != null) {
      check(place + ".settings", cluster, cluster.settings());
    }
    checkInstances(place, cluster);
  }

  private void checkInstances(String place, Cluster cluster) {
    var instances = WorldBuilder.each(cluster.instances());
    if (cluster.instanceClass() != null && cluster.id() != null) {
      once(place + ".instance_class", cluster.id() + "-1", cluster);
    }
    for (int i = 0; i < instances.size(); i++) {
      var at = "%s.instances[%d]".formatted(place, i);
      if (findings.given(at, instances.get(i))) {
        check(at, cluster, instances.get(i));
      }
    }
  }

  private void once(String place, String id, Cluster cluster) {
    findings.once(
        place, "instance %s in %s".formatted(id.toLowerCase(Locale.ROOT), cluster.region()));
  }

  private void check(String place, Cluster cluster, Settings settings) {
    findings.oneOf(place + ".storage_type", settings.storageType(), WorldCheck.STORAGE_TYPES);
    findings.oneOf(
        place + ".engine_lifecycle_support",
        settings.engineLifecycleSupport(),
        List.of(EXTENDED_SUPPORT, EXTENDED_SUPPORT + "-disabled"));
    findings.oneOf(place + ".engine_mode", settings.engineMode(), WorldCheck.ENGINE_MODES);
    findings.oneOf(
        place + ".cluster_scalability_type",
        settings.clusterScalabilityType(),
        List.of("standard", "limited"));
    findings.oneOf(place + ".network_type", settings.networkType(), List.of("IPV4", "DUAL"));
    findings.between(place + ".backtrack_window", settings.backtrackWindow(), 0, 259_200);
    if (settings.preferredBackupWindow() != null
        && !Offer.isBackupWindow(settings.preferredBackupWindow())) {
      findings.add(
          place + ".preferred_backup_window",
          settings.preferredBackupWindow() + " isn't hh24:mi-hh24:mi of at least 30 minutes");
    }
    if (settings.preferredMaintenanceWindow() != null
        && !Offer.isMaintenanceWindow(settings.preferredMaintenanceWindow())) {
      findings.add(
          place + ".preferred_maintenance_window",
          settings.preferredMaintenanceWindow()
              + " isn't ddd:hh24:mi-ddd:hh24:mi of at least 30 minutes");
    }
    findings.oneOf(
        place + ".database_insights_mode",
        settings.databaseInsightsMode(),
        List.of("standard", "advanced"));
    findings.between(
        place + ".seconds_until_auto_pause", settings.secondsUntilAutoPause(), 300, 86_400);
    if (settings.secondsUntilAutoPause() != null
        && (cluster.minCapacity() == null || cluster.minCapacity() > 0)) {
      findings.add(place + ".seconds_until_auto_pause", "is valid with min_capacity 0 only");
    }
  }

  private void check(String place, Cluster cluster, Instance instance) {
    if (findings.given(place + ".id", instance.id())) {
      once(place + ".id", instance.id(), cluster);
    }
    findings.given(place + ".instance_class", instance.instanceClass());
    findings.instanceClass(place + ".instance_class", instance.instanceClass());
    findings.between(place + ".promotion_tier", instance.promotionTier(), 0, 15);
    if (instance.monitoringInterval() != null
        && !INTERVALS_SECONDS.contains(instance.monitoringInterval())) {
      findings.add(
          place + ".monitoring_interval",
          "%s is none of %s".formatted(instance.monitoringInterval(), INTERVALS_SECONDS));
    }
    if (instance.performanceInsightsRetentionPeriod() != null
        && !Offer.isInsightsRetention(instance.performanceInsightsRetentionPeriod())) {
      findings.add(
          place + ".performance_insights_retention_period",
          instance.performanceInsightsRetentionPeriod()
              + " is neither 7, a multiple of 31 up to 713, nor 731");
    }
    findings.tags(place + ".tags", instance.tags());
  }
}
