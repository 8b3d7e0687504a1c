package aurora.restore.plan;

import static aurora.restore.plan.SourceHas.Fate.CARRIED;
import static aurora.restore.plan.SourceHas.Fate.SETTABLE;
import static aurora.restore.plan.SourceHas.Fate.WARNED;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.model.ActivityStreamStatus;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterRole;
import software.amazon.awssdk.services.rds.model.DomainMembership;
import software.amazon.awssdk.services.rds.model.LocalWriteForwardingStatus;

/**
 * What a source cluster can have beside its data, and what becomes of it in the restored one. The
 * reference's table is written from here.
 */
public enum SourceHas {
  ENGINE_VERSION("engine version", CARRIED, InputKey.ENGINE_VERSION),
  PORT("port", CARRIED, InputKey.PORT),
  INSTANCE_CLASS("class of the writer", CARRIED, InputKey.INSTANCE_CLASS),
  MIN_CAPACITY("least capacity of serverless instances", CARRIED, InputKey.MIN_CAPACITY),
  MAX_CAPACITY("most capacity of serverless instances", CARRIED, InputKey.MAX_CAPACITY),
  AUTO_PAUSE("serverless auto-pause", CARRIED, InputKey.SECONDS_UNTIL_AUTO_PAUSE),
  CLUSTER_GROUP(
      "cluster parameter group, which the plan tells by name",
      SETTABLE,
      InputKey.CLUSTER_PARAMETER_GROUP),
  INSTANCE_GROUP(
      "parameter group of the writer, which the plan tells by name",
      SETTABLE,
      InputKey.INSTANCE_PARAMETER_GROUP),
  BACKUP_RETENTION("backup retention", CARRIED, InputKey.BACKUP_RETENTION_DAYS),
  BACKUP_WINDOW("backup window", CARRIED, InputKey.PREFERRED_BACKUP_WINDOW),
  MAINTENANCE_WINDOW("maintenance window", CARRIED, InputKey.PREFERRED_MAINTENANCE_WINDOW),
  IAM_AUTHENTICATION("IAM authentication", CARRIED, InputKey.IAM_AUTHENTICATION),
  LOG_EXPORTS("log exports", CARRIED, InputKey.LOG_EXPORTS),
  TAGS("tags of the snapshot, but those that RDS would refuse", CARRIED, InputKey.TAGS),
  STORAGE_TYPE("storage type", CARRIED, InputKey.STORAGE_TYPE),
  EXTENDED_SUPPORT("extended support", CARRIED, InputKey.ENGINE_LIFECYCLE_SUPPORT),
  NETWORK_TYPE(
      "network type; DUAL is refused where subnets have no IPv6", CARRIED, InputKey.NETWORK_TYPE),
  BACKTRACK("backtrack window", CARRIED, InputKey.BACKTRACK_WINDOW),
  DATA_API("Data API", CARRIED, InputKey.ENABLE_HTTP_ENDPOINT),
  INSIGHTS_MODE("Database Insights mode", CARRIED, InputKey.DATABASE_INSIGHTS_MODE),
  MINOR_UPGRADES("automatic minor upgrades", CARRIED, InputKey.AUTO_MINOR_VERSION_UPGRADE),
  MONITORING("enhanced monitoring", CARRIED, InputKey.MONITORING_INTERVAL),
  MONITORING_ROLE(
      "role of enhanced monitoring, where the deployment may pass it on",
      CARRIED,
      InputKey.MONITORING_ROLE_ARN),
  INSIGHTS("Performance Insights", CARRIED, InputKey.ENABLE_PERFORMANCE_INSIGHTS),
  INSIGHTS_RETENTION(
      "retention of Performance Insights", CARRIED, InputKey.PERFORMANCE_INSIGHTS_RETENTION_PERIOD),
  INSIGHTS_KEY(
      "key of Performance Insights, in its own region",
      CARRIED,
      InputKey.PERFORMANCE_INSIGHTS_KMS_KEY_ID),
  CERTIFICATE_AUTHORITY(
      "certificate authority, where the target region has it",
      CARRIED,
      InputKey.CA_CERTIFICATE_IDENTIFIER),
  KEY("KMS key, in its own region", CARRIED, InputKey.KMS_KEY_ID),
  READERS("readers", SETTABLE, InputKey.INSTANCE_COUNT),
  NETWORK("VPC, subnets and security groups", SETTABLE, InputKey.VPC_ID),
  DELETION_PROTECTION("deletion protection", SETTABLE, InputKey.DELETION_PROTECTION),
  MANAGED_PASSWORD("master password managed by RDS", SETTABLE, InputKey.MANAGE_MASTER_PASSWORD),
  ROLES(
      "associated IAM roles",
      cluster -> cluster.associatedRoles().stream().map(DBClusterRole::roleArn).toList()),
  DOMAIN(
      "Kerberos domain",
      cluster -> cluster.domainMemberships().stream().map(DomainMembership::domain).toList()),
  LOCAL_WRITE_FORWARDING(
      "local write forwarding",
      cluster ->
          on(
              cluster.localWriteForwardingStatus() == LocalWriteForwardingStatus.ENABLED
                  || cluster.localWriteForwardingStatus() == LocalWriteForwardingStatus.ENABLING
                  || cluster.localWriteForwardingStatus() == LocalWriteForwardingStatus.REQUESTED)),
  GLOBAL_WRITE_FORWARDING(
      "global write forwarding",
      cluster -> on(Boolean.TRUE.equals(cluster.globalWriteForwardingRequested()))),
  GLOBAL_CLUSTER(
      "membership of a global database",
      cluster -> Stream.ofNullable(cluster.globalClusterIdentifier()).toList()),
  ACTIVITY_STREAM(
      "database activity stream",
      cluster ->
          on(
              cluster.activityStreamStatus() == ActivityStreamStatus.STARTED
                  || cluster.activityStreamStatus() == ActivityStreamStatus.STARTING)),
  CUSTOM_ENDPOINTS("custom endpoints", DBCluster::customEndpoints),
  READ_REPLICAS("read replicas", DBCluster::readReplicaIdentifiers),
  REPLICATION_SOURCE(
      "replication from another cluster",
      cluster ->
          Stream.ofNullable(cluster.replicationSourceIdentifier())
              .filter(source -> !source.isEmpty())
              .toList());

  /** What becomes of it. */
  enum Fate {
    /** The restored cluster has it, unless the input says otherwise. */
    CARRIED("carried over"),
    /** The restored cluster has it only where the input says so. */
    SETTABLE("settable"),
    /** A restore can't bring it about; the plan warns of it. */
    WARNED("warned of");

    private final String words;

    Fate(String words) {
      this.words = words;
    }
  }

  private final String what;
  private final Fate fate;
  private final InputKey key;
  private final Function<DBCluster, List<String>> names;

  SourceHas(String what, Fate fate, InputKey key) {
    this.what = what;
    this.fate = fate;
    this.key = key;
    this.names = cluster -> List.of();
  }

  /**
   * @param names what a cluster has of it; one empty text where it has no name
   */
  SourceHas(String what, Function<DBCluster, List<String>> names) {
    this.what = what;
    this.fate = WARNED;
    this.key = null;
    this.names = names;
  }

  /** All that a cluster has and that a restore can't bring about. */
  static List<String> lostOf(DBCluster cluster) {
    return Stream.of(values())
        .filter(it -> it.fate == WARNED)
        .flatMap(it -> it.lost(cluster).stream())
        .toList();
  }

  private Optional<String> lost(DBCluster cluster) {
    var found = names.apply(cluster);
    var named = String.join(", ", found);
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(named.isEmpty() ? what : what + " (" + named + ")");
  }

  /** In words, what it is. */
  public String what() {
    return what;
  }

  /** In words, what becomes of it. */
  public String fate() {
    return fate.words;
  }

  /** The key of the input that says otherwise; empty where none can. */
  public Optional<InputKey> key() {
    return Optional.ofNullable(key);
  }

  private static List<String> on(boolean isOn) {
    return isOn ? List.of("") : List.of();
  }
}
