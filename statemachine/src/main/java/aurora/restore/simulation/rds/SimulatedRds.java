package aurora.restore.simulation.rds;

import aurora.restore.simulation.Service;
import aurora.restore.simulation.ec2.SimulatedEc2;
import aurora.restore.simulation.kms.SimulatedKms;
import aurora.restore.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * RDS for all accounts and regions. What was asked for progresses by itself in virtual time: a
 * status follows from the instant at which it is looked at, so nothing needs to be driven.
 */
public final class SimulatedRds {
  private final RdsState cloud;

  /**
   * @param random decides durations, ids, the order of listings and the delays of consistency
   * @param ec2 the networks that clusters are put into
   * @param kms the keys that they are encrypted with
   */
  public SimulatedRds(
      VirtualTime time,
      RandomGenerator random,
      SimulatedEc2 ec2,
      SimulatedKms kms,
      DurationModel durations) {
    this.cloud = new RdsState(time, random, ec2, kms, durations);
  }

  /** The service {@code rds}, with every operation that is modelled. */
  public Service service() {
    var service = new Service("rds", Service.Protocol.QUERY);
    new SnapshotListing(cloud).register(service);
    new SnapshotOperations(cloud).register(service);
    new SnapshotCreation(cloud).register(service);
    new RestoreOperation(cloud).register(service);
    new ClusterListing(cloud).register(service);
    new ClusterChanges(cloud).register(service);
    new ClusterLife(cloud).register(service);
    new Renaming(cloud).register(service);
    new GlobalClusters(cloud).register(service);
    new ClusterDeletion(cloud).register(service);
    new InstanceOperations(cloud).register(service);
    new SubnetGroupOperations(cloud).register(service);
    new ParameterGroupOperations(cloud).register(service);
    new CatalogueOperations(cloud).register(service);
    new LifecycleOperations().register(service);
    new AccountOperations(cloud).register(service);
    new TagOperations(cloud).register(service);
    new EventOperations(cloud).register(service);
    return service;
  }

  /** The same service, with what operators do by hand too. */
  public Service forOperators() {
    var service = service();
    new Rebooting(cloud).register(service);
    return service;
  }

  /** A live cluster as the Data API sees it; the ARN is compared as it is spelt. */
  public Optional<QueriedCluster> queried(String account, String inRegion, String clusterArn) {
    var now = cloud.now();
    var region = cloud.region(new AccountRegion(account, inRegion));
    return region
        .clusters
        .live(now)
        .filter(cluster -> cluster.arn().equals(clusterArn))
        .findFirst()
        .map(cluster -> queried(region, cluster, now));
  }

  private static QueriedCluster queried(Region region, Cluster cluster, Instant now) {
    var writer =
        region.members(cluster, now).stream()
            .filter(it -> it.identifier.equals(cluster.writer))
            .findFirst();
    var secret = cluster.secret;
    var scaling = cluster.options.scaling;
    return new QueriedCluster(
        cluster.arn(),
        cluster.version.engine().wireName,
        cluster.status(now),
        cluster.isDataApiOn(now),
        writer.map(it -> it.status(now)).orElse(null),
        writer.map(it -> it.availableSince(now)).orElse(null),
        scaling == null ? null : scaling.secondsUntilAutoPause(),
        cluster.settings.masterUsername(),
        secret == null || now.isBefore(secret.activeAt()) ? null : secret.arn());
  }

  /** One account in one region, to be filled or changed. */
  public RegionSetUp in(String account, String region) {
    return new RegionSetUp(cloud, cloud.region(new AccountRegion(account, region)));
  }

  /**
   * Describing may miss a fresh resource for up to so long, each for a time of its own. Five
   * seconds unless this is called; zero switches it off.
   */
  public SimulatedRds consistentWithin(Duration window) {
    cloud.consistencyWindow(window);
    return this;
  }

  /**
   * The truth: everything that exists at this instant, in all accounts and regions, ordered by ARN.
   * What AWS brings along is left out: default parameter groups, and the automated snapshots of
   * clusters that were restored here.
   */
  public List<Resource> resources() {
    var now = cloud.now();
    return cloud
        .regions()
        .flatMap(region -> region.everything(now))
        .filter(thing -> !isBroughtAlong(thing))
        .map(thing -> thing.resource(now))
        .sorted(Comparator.comparing(Resource::arn))
        .toList();
  }

  /**
   * When the last of what RDS is at work on becomes available: what is to come, for whoever
   * measures how long others took to notice. Empty where nothing is under way, or never ends.
   */
  public Optional<Instant> readyAt() {
    var now = cloud.now();
    return cloud
        .regions()
        .flatMap(region -> region.everything(now))
        .filter(thing -> !isBroughtAlong(thing))
        .map(thing -> thing.readyAt(now))
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder());
  }

  private static boolean isBroughtAlong(RdsResource thing) {
    return switch (thing) {
      case ParameterGroup group -> group.identifier.startsWith("default.");
      case Snapshot snapshot ->
          snapshot.origin == Snapshot.Origin.AUTOMATED && !snapshot.seenFrom.equals(Instant.MIN);
      default -> false;
    };
  }
}
