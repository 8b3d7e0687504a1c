package aurora.restore.simulation.rds;

import aurora.restore.simulation.Caller;
import aurora.restore.simulation.ec2.SimulatedEc2;
import aurora.restore.simulation.kms.KmsKey;
import aurora.restore.simulation.kms.SimulatedKms;
import aurora.restore.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** What all operations share: every place's state, and the world around it. */
final class RdsState {
  final RandomGenerator random;
  final SimulatedEc2 ec2;
  final SimulatedKms kms;
  final DurationModel durations;
  private final VirtualTime time;
  private final Map<AccountRegion, Region> regions = new LinkedHashMap<>();
  private Duration consistencyWindow = Duration.ofSeconds(5);

  RdsState(
      VirtualTime time,
      RandomGenerator random,
      SimulatedEc2 ec2,
      SimulatedKms kms,
      DurationModel durations) {
    this.time = time;
    this.random = random;
    this.ec2 = ec2;
    this.kms = kms;
    this.durations = durations;
    kms.onLoss(this::keyLost);
  }

  void consistencyWindow(Duration window) {
    consistencyWindow = window;
  }

  Instant now() {
    return time.instant();
  }

  Region region(AccountRegion place) {
    return regions.computeIfAbsent(place, this::newRegion);
  }

  Region region(Caller caller) {
    return region(new AccountRegion(caller.account(), caller.region()));
  }

  /** Every place that has any state. */
  Stream<Region> regions() {
    return regions.values().stream();
  }

  /** What is made by a call: describing may miss it for a moment. */
  Birth birth() {
    return new Birth(random.nextLong(), now().plus(lag()));
  }

  /** What was there before the story begins. */
  Birth bornLongAgo() {
    return new Birth(random.nextLong(), Instant.MIN);
  }

  /** How long an effect takes to be seen: up to the consistency window. */
  Duration lag() {
    var millis = consistencyWindow.toMillis();
    return millis == 0 ? Duration.ZERO : Duration.ofMillis(random.nextLong(millis + 1));
  }

  Optional<Snapshot> snapshot(AccountRegion place, String identifier) {
    return region(place).snapshots.find(identifier, now());
  }

  /** The group {@code default} in the default VPC: RDS makes it when it is first needed. */
  DbSubnetGroup defaultSubnetGroup(Region region) {
    return region
        .subnetGroups
        .find("default", now())
        .orElseGet(
            () -> {
              var vpc =
                  ec2.defaultVpc(region.place.account(), region.place.region())
                      .orElseThrow(
                          () ->
                              Refusal.badRequest(
                                  "InvalidSubnet",
                                  "No default subnet detected in VPC. Please contact AWS Support to"
                                      + " recreate the default Subnets."));
              var group =
                  new DbSubnetGroup(
                      region.place,
                      "default",
                      bornLongAgo(),
                      Map.of(),
                      "default",
                      ec2.subnetsOf(vpc.id()));
              region.subnetGroups.add(group, now());
              return group;
            });
  }

  private Region newRegion(AccountRegion place) {
    var region = new Region(place, Identifiers.hostHash(random));
    for (var version : region.catalogue.familyRepresentatives()) {
      ParameterGroups.addDefaults(this, region, version);
    }
    return region;
  }

  /** Databases notice at once: a copy in progress fails, a cluster becomes inaccessible. */
  private void keyLost(KmsKey key) {
    var now = now();
    for (var region : regions.values()) {
      region
          .snapshots
          .live(now)
          .filter(snapshot -> snapshot.isCopying(now) && key.arn().equals(snapshot.keyArn))
          .forEach(snapshot -> snapshot.fails(now));
      region
          .clusters
          .live(now)
          .filter(cluster -> key.arn().equals(cluster.keyArn))
          .filter(cluster -> !cluster.status(now).equals(Cluster.DELETING))
          .forEach(
              cluster -> {
                cluster.losesKey(now);
                region.members(cluster, now).stream()
                    .filter(instance -> !instance.isDeleting(now))
                    .forEach(instance -> instance.losesKey(now));
              });
    }
  }
}
