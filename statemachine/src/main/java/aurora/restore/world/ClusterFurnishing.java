package aurora.restore.world;

import static java.util.Objects.requireNonNullElse;

import aurora.restore.simulation.rds.ClusterSetUp;
import aurora.restore.simulation.rds.ClusterTies;
import aurora.restore.simulation.rds.InstanceSetUp;
import aurora.restore.world.WorldDescription.Cluster;
import aurora.restore.world.WorldDescription.Instance;
import aurora.restore.world.WorldDescription.Settings;
import aurora.restore.world.WorldDescription.Ties;
import java.util.function.Consumer;

/** Puts a described cluster and its instances into a world. */
final class ClusterFurnishing {
  private static final int USUAL_INSIGHTS_DAYS = 7;

  private final ClusterSetUp made;

  private ClusterFurnishing(ClusterSetUp made) {
    this.made = made;
  }

  /**
   * @param keyArn null for an unencrypted one
   */
  static void put(World world, Cluster cluster, String keyArn) {
    var made =
        world
            .rds(cluster.region())
            .cluster(cluster.id())
            .engine(cluster.engine(), cluster.engineVersion())
            .encryptedWith(keyArn);
    new ClusterFurnishing(made).put(cluster);
    made.exists();
  }

  private void put(Cluster cluster) {
    given(cluster.status(), made::status);
    given(cluster.port(), made::port);
    given(cluster.backupRetentionDays(), made::backupRetentionDays);
    given(cluster.parameterGroup(), made::parameterGroup);
    made.logExports(WorldBuilder.each(cluster.logExports()));
    WorldBuilder.each(cluster.tags()).forEach(made::tag);
    if (cluster.minCapacity() != null && cluster.maxCapacity() != null) {
      var pause = cluster.settings() == null ? null : cluster.settings().secondsUntilAutoPause();
      made.scaling(cluster.minCapacity(), cluster.maxCapacity(), pause);
    }
    given(cluster.settings(), this::put);
    given(cluster.ties(), ties -> made.ties(it -> put(it, ties)));
    if (cluster.instanceClass() != null) {
      made.instance(cluster.id() + "-1", cluster.instanceClass());
    }
    for (var instance : WorldBuilder.each(cluster.instances())) {
      made.instance(instance.id(), instance.instanceClass(), it -> put(it, instance));
    }
  }

  private void put(Settings settings) {
    given(settings.storageType(), made::storageType);
    given(settings.engineLifecycleSupport(), made::engineLifecycleSupport);
    given(settings.engineMode(), made::engineMode);
    if ("limited".equals(settings.clusterScalabilityType())) {
      made.limitless();
    }
    given(settings.networkType(), made::networkType);
    given(settings.backtrackWindow(), made::backtrackSeconds);
    made.windows(settings.preferredBackupWindow(), settings.preferredMaintenanceWindow());
    given(settings.databaseInsightsMode(), made::databaseInsightsMode);
    on(settings.httpEndpointEnabled(), made::dataApi);
    on(settings.iamDatabaseAuthenticationEnabled(), made::iamAuthentication);
    on(settings.deletionProtection(), made::deletionProtected);
  }

  private static void put(ClusterTies made, Ties ties) {
    WorldBuilder.each(ties.associatedRoles()).forEach(made::associatedRole);
    WorldBuilder.each(ties.customEndpoints()).forEach(made::customEndpoint);
    given(ties.domain(), made::domain);
    on(ties.localWriteForwarding(), made::localWriteForwarding);
    on(ties.globalWriteForwarding(), made::globalWriteForwarding);
    on(ties.activityStream(), made::activityStream);
    given(ties.primaryOf(), made::primaryOf);
    given(ties.secondaryOf(), made::secondaryOf);
    WorldBuilder.each(ties.readReplicas()).forEach(made::readReplica);
    given(ties.replicaOf(), made::replicaOf);
  }

  private static void put(InstanceSetUp made, Instance instance) {
    given(instance.parameterGroup(), made::parameterGroup);
    given(instance.promotionTier(), made::promotionTier);
    on(instance.publiclyAccessible(), made::publiclyAccessible);
    given(instance.autoMinorVersionUpgrade(), made::autoMinorVersionUpgrade);
    if (instance.monitoringInterval() != null) {
      made.monitoring(instance.monitoringInterval(), instance.monitoringRoleArn());
    }
    if (Boolean.TRUE.equals(instance.performanceInsightsEnabled())) {
      made.performanceInsights(
          requireNonNullElse(instance.performanceInsightsRetentionPeriod(), USUAL_INSIGHTS_DAYS),
          instance.performanceInsightsKmsKeyId());
    }
    given(instance.caCertificateIdentifier(), made::caCertificate);
    made.tags(WorldBuilder.each(instance.tags()));
  }

  private static <T> void given(T value, Consumer<T> setter) {
    if (value != null) {
      setter.accept(value);
    }
  }

  private static void on(Boolean value, Runnable setter) {
    if (Boolean.TRUE.equals(value)) {
      setter.run();
    }
  }
}
