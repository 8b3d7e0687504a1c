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
 */
public record WorldDescription(
    String account,
    Instant startsAt,
    List<Cluster> clusters,
    List<Snapshot> snapshots,
    List<Key> keys,
    List<Vpc> vpcs,
    List<ParameterGroup> parameterGroups,
    List<Missing> missing) {

  /**
   * A cluster with a writer.
   *
   * @param instanceClass the writer's class; without it the cluster has no instance
   * @param minCapacity least capacity units of a serverless one
   */
  public record Cluster(
      String region,
      String id,
      String engine,
      String engineVersion,
      String instanceClass,
      Double minCapacity,
      Double maxCapacity,
      String parameterGroup,
      Integer backupRetentionDays,
      List<String> logExports,
      Map<String, String> tags) {}

  /**
   * A cluster snapshot.
   *
   * @param account whose it is; one of another account is shared with ours. Default: ours
   * @param status default: {@code available}
   * @param ageHours how old it is when the rehearsal begins. Default: 6
   * @param sizeGib default: 100
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
      Map<String, String> tags) {}

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

  public record Vpc(
      String region, String id, List<Subnet> subnets, List<String> securityGroupIds) {}

  /**
   * @param zone the availability zone, e.g. {@code us-west-2a}
   * @param freeAddresses default: 200
   */
  public record Subnet(String id, String zone, Integer freeAddresses) {}

  /**
   * @param kind {@code cluster} or {@code instance}
   */
  public record ParameterGroup(String region, String kind, String name, String family) {}

  /** What a region doesn't offer although others do: an instance class or an engine's version. */
  public record Missing(String region, String instanceClass, String engineVersion) {}
}
