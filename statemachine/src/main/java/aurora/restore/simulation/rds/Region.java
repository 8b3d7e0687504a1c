package aurora.restore.simulation.rds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.Event;

/** The state of one account in one region. */
final class Region {
  final AccountRegion place;
  final String hostHash;
  final EngineCatalogue catalogue;
  final RdsResources<Snapshot> snapshots = new RdsResources<>();
  final RdsResources<Cluster> clusters = new RdsResources<>();
  final RdsResources<Instance> instances = new RdsResources<>();
  final RdsResources<DbSubnetGroup> subnetGroups = new RdsResources<>();
  final RdsResources<ParameterGroup> clusterParameterGroups = new RdsResources<>();
  final RdsResources<ParameterGroup> instanceParameterGroups = new RdsResources<>();

  /** Classes of which AWS has none to give just now. */
  final Set<String> exhaustedClasses = new HashSet<>();

  /** What RDS tells of cluster snapshots, oldest first. */
  final List<Event> snapshotEvents = new ArrayList<>();

  boolean withoutClusterCapacity;
  private final Map<Quota, Integer> max = new EnumMap<>(Quota.class);
  private final Map<Quota, Integer> usedElsewhere = new EnumMap<>(Quota.class);

  Region(AccountRegion place, String hostHash) {
    this.place = place;
    this.hostHash = hostHash;
    this.catalogue = new EngineCatalogue(place.zones());
  }

  int max(Quota quota) {
    return max.getOrDefault(quota, quota.usualMax());
  }

  void max(Quota quota, int number) {
    max.put(quota, number);
  }

  /** Counted beside what is here, e.g. instances of other engines. */
  void usedElsewhere(Quota quota, int number) {
    usedElsewhere.put(quota, number);
  }

  int used(Quota quota, Instant now) {
    var here =
        switch (quota) {
          case CLUSTERS -> clusters.live(now).count();
          case INSTANCES -> instances.live(now).count();
          case MANUAL_CLUSTER_SNAPSHOTS ->
              snapshots.live(now).filter(it -> it.origin == Snapshot.Origin.MANUAL).count();
          case SUBNET_GROUPS -> subnetGroups.live(now).count();
          case SUBNETS_PER_SUBNET_GROUP ->
              subnetGroups.live(now).mapToLong(it -> it.subnets.size()).max().orElse(0);
        };
    return (int) here + usedElsewhere.getOrDefault(quota, 0);
  }

  boolean isUsedUp(Quota quota, Instant now) {
    return used(quota, now) >= max(quota);
  }

  /** A cluster's instances, also those being deleted. */
  List<Instance> members(Cluster cluster, Instant now) {
    return instances.live(now).filter(instance -> instance.cluster == cluster).toList();
  }

  /** As answers show it, with the subnet group of its cluster. */
  DBInstance view(Instance instance, Instant now) {
    var group =
        subnetGroups.require(RdsKind.SUBNET_GROUP, instance.cluster.network.subnetGroup(), now);
    return instance.view(now, group);
  }

  /** The instance that a change by hand is for. */
  Instance availableInstance(String reference, Instant now) {
    var instance = instances.require(RdsKind.INSTANCE, reference, now);
    if (!instance.status(now).equals(Instance.AVAILABLE)) {
      throw Refusal.badRequest(
          "InvalidDBInstanceState",
          "Instance %s is in %s, not available"
              .formatted(instance.identifier, instance.status(now)));
    }
    return instance;
  }

  RdsResources<? extends RdsResource> things(RdsKind kind) {
    return switch (kind) {
      case CLUSTER -> clusters;
      case CLUSTER_SNAPSHOT -> snapshots;
      case INSTANCE -> instances;
      case SUBNET_GROUP -> subnetGroups;
      case CLUSTER_PARAMETER_GROUP -> clusterParameterGroups;
      case INSTANCE_PARAMETER_GROUP -> instanceParameterGroups;
    };
  }

  Stream<RdsResource> everything(Instant now) {
    return Stream.of(RdsKind.values()).flatMap(kind -> things(kind).live(now));
  }
}
