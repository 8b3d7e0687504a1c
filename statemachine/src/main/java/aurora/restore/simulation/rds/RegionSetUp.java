package aurora.restore.simulation.rds;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.rds.model.Event;
import software.amazon.awssdk.services.rds.model.SourceType;

/**
 * Fills one account in one region, before or during a story. What is set up here is simply so: it
 * was asked for by nobody, and none of AWS's rules is applied to it but that names are unique.
 */
public final class RegionSetUp {
  private final RdsState cloud;
  private final Region region;

  RegionSetUp(RdsState cloud, Region region) {
    this.cloud = cloud;
    this.region = region;
  }

  /** A cluster that has long been available; ends with {@link ClusterSetUp#exists}. */
  public ClusterSetUp cluster(String identifier) {
    return new ClusterSetUp(cloud, region, identifier);
  }

  /**
   * A snapshot; ends with {@link SnapshotSetUp#exists}. Its name says who made it: {@code rds:…}
   * are automated ones, {@code awsbackup:…} are AWS Backup's, all others are manual.
   */
  public SnapshotSetUp snapshot(String identifier) {
    return new SnapshotSetUp(cloud, region, identifier);
  }

  /** A subnet group of subnets that EC2 knows here. */
  public RegionSetUp subnetGroup(String name, List<String> subnetIds, Map<String, String> tags) {
    var place = region.place;
    var subnets =
        subnetIds.stream()
            .map(
                id ->
                    cloud
                        .ec2
                        .subnet(place.account(), place.region(), id)
                        .orElseThrow(() -> new IllegalArgumentException("no subnet " + id)))
            .toList();
    region.subnetGroups.add(
        new DbSubnetGroup(place, Identifiers.fold(name), cloud.bornLongAgo(), tags, name, subnets),
        cloud.now());
    return this;
  }

  /**
   * @param family e.g. {@code aurora-mysql8.0}, {@code aurora-postgresql16}
   */
  public RegionSetUp clusterParameterGroup(String name, String family) {
    region.clusterParameterGroups.add(
        ParameterGroups.group(cloud, region, RdsKind.CLUSTER_PARAMETER_GROUP, name, family),
        cloud.now());
    return this;
  }

  /**
   * @param family e.g. {@code aurora-mysql8.0}, {@code aurora-postgresql16}
   */
  public RegionSetUp instanceParameterGroup(String name, String family) {
    region.instanceParameterGroups.add(
        ParameterGroups.group(cloud, region, RdsKind.INSTANCE_PARAMETER_GROUP, name, family),
        cloud.now());
    return this;
  }

  /** The region offers this version too, with its family's default parameter groups. */
  public RegionSetUp engineVersion(String engine, String version) {
    var offered = new EngineVersion(AuroraEngine.named(engine), version);
    region.catalogue.offer(offered);
    ParameterGroups.addDefaults(cloud, region, offered);
    return this;
  }

  /** The region doesn't offer this version (any more). */
  public RegionSetUp withoutEngineVersion(String engine, String version) {
    region.catalogue.withdraw(new EngineVersion(AuroraEngine.named(engine), version));
    return this;
  }

  /** The region has this version, but doesn't offer it for new clusters any more. */
  public RegionSetUp deprecatedEngineVersion(String engine, String version) {
    region.catalogue.deprecate(new EngineVersion(AuroraEngine.named(engine), version));
    return this;
  }

  /** A version can't be upgraded to a certain higher one. */
  public RegionSetUp withoutUpgrade(String engine, String from, String to) {
    var named = AuroraEngine.named(engine);
    region.catalogue.blockUpgrade(new EngineVersion(named, from), new EngineVersion(named, to));
    return this;
  }

  /** What a restore gets that names no version. */
  public RegionSetUp defaultEngineVersion(String engine, String version) {
    engineVersion(engine, version);
    region.catalogue.defaultVersion(new EngineVersion(AuroraEngine.named(engine), version));
    return this;
  }

  /**
   * A class is offered in these zones, and no others.
   *
   * @param zones e.g. {@code us-west-2a}
   */
  public RegionSetUp instanceClass(String instanceClass, List<String> zones) {
    region.catalogue.offerClass(instanceClass, zones);
    return this;
  }

  /** The region doesn't offer this class. */
  public RegionSetUp withoutClass(String instanceClass) {
    region.catalogue.withdrawClass(instanceClass);
    return this;
  }

  /** The class is offered, but there is none to give: its creation is refused. */
  public RegionSetUp withoutCapacity(String instanceClass) {
    region.exhaustedClasses.add(instanceClass);
    return this;
  }

  /** There is capacity for the class again. */
  public RegionSetUp withCapacity(String instanceClass) {
    region.exhaustedClasses.remove(instanceClass);
    return this;
  }

  /** No cluster can be created just now. */
  public RegionSetUp withoutClusterCapacity() {
    region.withoutClusterCapacity = true;
    return this;
  }

  public RegionSetUp withClusterCapacity() {
    region.withoutClusterCapacity = false;
    return this;
  }

  public RegionSetUp quota(Quota quota, int max) {
    region.max(quota, max);
    return this;
  }

  /** So many are used beside what is set up here, e.g. instances of other engines. */
  public RegionSetUp used(Quota quota, int number) {
    region.usedElsewhere(quota, number);
    return this;
  }

  /**
   * From now on, a cluster is in a status that it doesn't leave by itself, e.g. {@code stopped}.
   */
  public RegionSetUp clusterEntersStatus(String identifier, String status) {
    region.clusters.require(RdsKind.CLUSTER, identifier, cloud.now()).enters(status, cloud.now());
    return this;
  }

  /** From now on, an instance is in a status that it doesn't leave by itself. */
  public RegionSetUp instanceEntersStatus(String identifier, String status) {
    region.instances.require(RdsKind.INSTANCE, identifier, cloud.now()).enters(status, cloud.now());
    return this;
  }

  /** From now on, a snapshot is in a status that it doesn't leave by itself. */
  public RegionSetUp snapshotEntersStatus(String identifier, String status) {
    region
        .snapshots
        .require(RdsKind.CLUSTER_SNAPSHOT, identifier, cloud.now())
        .enters(status, cloud.now());
    return this;
  }

  /** RDS tells something of a cluster snapshot, now. */
  public RegionSetUp snapshotEvent(String identifier, String message) {
    region.snapshotEvents.add(
        Event.builder()
            .sourceIdentifier(Identifiers.fold(identifier))
            .sourceType(SourceType.DB_CLUSTER_SNAPSHOT)
            .sourceArn(
                "arn:aws:rds:%s:%s:cluster-snapshot:%s"
                    .formatted(
                        region.place.region(),
                        region.place.account(),
                        Identifiers.fold(identifier)))
            .eventCategories("backup")
            .message(message)
            .date(cloud.now())
            .build());
    return this;
  }

  /** Somebody deletes a snapshot: it is gone at once, and copies of it in progress fail. */
  public RegionSetUp withoutSnapshot(String identifier) {
    var now = cloud.now();
    var snapshot = region.snapshots.require(RdsKind.CLUSTER_SNAPSHOT, identifier, now);
    SnapshotOperations.copiesOf(cloud, snapshot).forEach(copy -> copy.fails(now));
    snapshot.goesAt(now);
    return this;
  }

  /** From now on, a cluster is bound to other services and clusters so. */
  public RegionSetUp ties(String cluster, Consumer<ClusterTies> says) {
    says.accept(region.clusters.require(RdsKind.CLUSTER, cluster, cloud.now()).ties);
    return this;
  }

  /** A cluster without instances is gone at once. */
  public RegionSetUp withoutCluster(String identifier) {
    region.clusters.require(RdsKind.CLUSTER, identifier, cloud.now()).goesAt(cloud.now());
    return this;
  }

  /** The name that RDS gives to an automated snapshot of a cluster, in UTC. */
  public static String automatedSnapshotName(String cluster, Instant at) {
    return "rds:%s-%s"
        .formatted(
            Identifiers.fold(cluster),
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm").withZone(ZoneOffset.UTC).format(at));
  }
}
