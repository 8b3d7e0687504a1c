package aurora.restore.world;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What exists before a rehearsal begins, in any number of regions. What a list leaves out doesn't
 * exist. {@code docs/world.schema.json} says the same for editors.
 *
 * @param account the twelve digits of the account that restores
 * @param startsAt when the rehearsal begins, by the simulated clock
 * @param regionsNotEnabled regions that the account hasn't enabled
 */
public record WorldDescription(
    String account,
    Instant startsAt,
    List<Cluster> clusters,
    List<Snapshot> snapshots,
    List<Key> keys,
    List<Vpc> vpcs,
    List<ParameterGroup> parameterGroups,
    List<Missing> missing,
    List<String> regionsNotEnabled) {
  /** Every region is enabled. */
  public WorldDescription(
      String account,
      Instant startsAt,
      List<Cluster> clusters,
      List<Snapshot> snapshots,
      List<Key> keys,
      List<Vpc> vpcs,
      List<ParameterGroup> parameterGroups,
      List<Missing> missing) {
    this(account, startsAt, clusters, snapshots, keys, vpcs, parameterGroups, missing, List.of());
  }

  /** The same, but it begins at another instant: whatever has an age is as old as before. */
  public WorldDescription startingAt(Instant instant) {
    return new WorldDescription(
        account,
        instant,
        clusters,
        snapshots,
        keys,
        vpcs,
        parameterGroups,
        missing,
        regionsNotEnabled);
  }

  /** The same, but in these regions that the account hasn't enabled. */
  public WorldDescription notEnabled(String... regions) {
    return new WorldDescription(
        account,
        startsAt,
        clusters,
        snapshots,
        keys,
        vpcs,
        parameterGroups,
        missing,
        List.of(regions));
  }

  /** The same, but every subnet has so many free addresses. */
  public WorldDescription withFreeAddresses(int each) {
    return new WorldDescription(
        account,
        startsAt,
        clusters,
        snapshots,
        keys,
        vpcs.stream().map(vpc -> vpc.withFreeAddresses(each)).toList(),
        parameterGroups,
        missing,
        regionsNotEnabled);
  }

  /** The same, but all its snapshots are of this size. */
  public WorldDescription sized(int gib) {
    return new WorldDescription(
        account,
        startsAt,
        clusters,
        snapshots.stream().map(snapshot -> snapshot.sized(gib)).toList(),
        keys,
        vpcs,
        parameterGroups,
        missing,
        regionsNotEnabled);
  }

  /**
   * A cluster with its instances.
   *
   * @param status default: {@code available}
   * @param port default: the engine's
   * @param kmsKeyId the id of a key of its region; without one it isn't encrypted
   * @param instanceClass the class of a writer named {@code ID-1}; not with {@code instances}
   * @param minCapacity least capacity units of a serverless one
   * @param settings what a restore resets unless it is passed on
   * @param ties what a restore can't carry over
   * @param instances the first one writes
   */
  public record Cluster(
      String region,
      String id,
      String engine,
      String engineVersion,
      String status,
      Integer port,
      String kmsKeyId,
      String instanceClass,
      Double minCapacity,
      Double maxCapacity,
      String parameterGroup,
      Integer backupRetentionDays,
      List<String> logExports,
      Map<String, String> tags,
      Settings settings,
      Ties ties,
      List<Instance> instances) {}

  /**
   * Settings of a cluster, by the names of RDS's API. Each default is RDS's own.
   *
   * @param secondsUntilAutoPause with {@code min_capacity} 0
   */
  public record Settings(
      String storageType,
      String engineLifecycleSupport,
      String engineMode,
      String clusterScalabilityType,
      String networkType,
      Long backtrackWindow,
      String preferredBackupWindow,
      String preferredMaintenanceWindow,
      String databaseInsightsMode,
      Boolean httpEndpointEnabled,
      Boolean iamDatabaseAuthenticationEnabled,
      Boolean deletionProtection,
      Integer secondsUntilAutoPause) {}

  /**
   * What binds a cluster to other services and clusters.
   *
   * @param associatedRoles ARNs of IAM roles
   * @param domain id of an Active Directory
   * @param primaryOf the global database that it is the primary cluster of
   * @param secondaryOf the global database that it is a secondary cluster of
   * @param readReplicas ARNs of clusters that replicate from it
   * @param replicaOf ARN of the cluster that it replicates from
   */
  public record Ties(
      List<String> associatedRoles,
      List<String> customEndpoints,
      String domain,
      Boolean localWriteForwarding,
      Boolean globalWriteForwarding,
      Boolean activityStream,
      String primaryOf,
      String secondaryOf,
      List<String> readReplicas,
      String replicaOf) {}

  /** An instance of a cluster, by the names of RDS's API. Each default is RDS's own. */
  public record Instance(
      String id,
      String instanceClass,
      String parameterGroup,
      Integer promotionTier,
      Boolean publiclyAccessible,
      Boolean autoMinorVersionUpgrade,
      Integer monitoringInterval,
      String monitoringRoleArn,
      Boolean performanceInsightsEnabled,
      Integer performanceInsightsRetentionPeriod,
      String performanceInsightsKmsKeyId,
      String caCertificateIdentifier,
      Map<String, String> tags) {}

  /**
   * A cluster snapshot.
   *
   * @param account whose it is; one of another account is shared with ours. Default: ours
   * @param status default: {@code available}
   * @param ageHours how old it is when the rehearsal begins. Default: 6
   * @param sizeGib default: 100
   * @param untimed whether no answer shows when it was created
   * @param kmsKeyId the id of a key of its region; without one it isn't encrypted
   */
  public record Snapshot(
      String region,
      String id,
      String account,
      String clusterId,
      String status,
      Integer ageHours,
      Integer sizeGib,
      String engine,
      String engineVersion,
      Integer port,
      String kmsKeyId,
      String storageType,
      String engineMode,
      Boolean untimed,
      Map<String, String> tags) {
    Snapshot sized(int gib) {
      return new Snapshot(
          region,
          id,
          account,
          clusterId,
          status,
          ageHours,
          gib,
          engine,
          engineVersion,
          port,
          kmsKeyId,
          storageType,
          engineMode,
          untimed,
          tags);
    }
  }

  /**
   * A KMS key.
   *
   * @param id the key's id, not its ARN
   * @param alias as {@code alias/NAME}
   * @param state default: {@code Enabled}
   * @param managedByAws whether it is a service's own default key
   */
  public record Key(
      String region, String account, String id, String alias, String state, Boolean managedByAws) {}

  public record Vpc(String region, String id, List<Subnet> subnets, List<String> securityGroupIds) {
    Vpc withFreeAddresses(int each) {
      var roomy =
          subnets.stream().map(it -> new Subnet(it.id(), it.zone(), each, it.dualStack())).toList();
      return new Vpc(region, id, roomy, securityGroupIds);
    }
  }

  /**
   * @param zone the availability zone, e.g. {@code us-west-2a}
   * @param freeAddresses default: 200
   * @param dualStack whether it has IPv6 addresses too
   */
  public record Subnet(String id, String zone, Integer freeAddresses, Boolean dualStack) {}

  /**
   * @param kind {@code cluster} or {@code instance}
   */
  public record ParameterGroup(String region, String kind, String name, String family) {}

  /** What a region doesn't offer although others do: an instance class or an engine's version. */
  public record Missing(String region, String instanceClass, String engineVersion) {}
}
