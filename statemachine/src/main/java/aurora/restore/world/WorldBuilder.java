package aurora.restore.world;

import aurora.restore.world.WorldDescription.Cluster;
import aurora.restore.world.WorldDescription.Key;
import aurora.restore.world.WorldDescription.Missing;
import aurora.restore.world.WorldDescription.ParameterGroup;
import aurora.restore.world.WorldDescription.Snapshot;
import aurora.restore.world.WorldDescription.Vpc;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.kms.model.KeyState;

/** Puts into a world what its description says is there. */
final class WorldBuilder {
  private static final String AVAILABLE = "available";
  private static final int USUAL_AGE_HOURS = 6;
  private static final int USUAL_FREE_ADDRESSES = 200;

  private final World world;
  private final WorldDescription description;

  private WorldBuilder(World world, WorldDescription description) {
    this.world = world;
    this.description = description;
  }

  static void of(World world, WorldDescription description) {
    var furnishing = new WorldBuilder(world, description);
    each(description.keys()).forEach(furnishing::put);
    each(description.vpcs()).forEach(furnishing::put);
    each(description.parameterGroups()).forEach(furnishing::put);
    each(description.clusters()).forEach(furnishing::put);
    each(description.snapshots()).forEach(furnishing::put);
    each(description.missing()).forEach(furnishing::take);
  }

  private void put(Key key) {
    var owner = Objects.requireNonNullElse(key.account(), description.account());
    var made = world.kms().key(owner, key.region(), key.id());
    if (key.alias() != null) {
      made.alias(key.alias());
    }
    if (Boolean.TRUE.equals(key.managedByAws())) {
      made.awsManaged();
    }
    if (!owner.equals(description.account())) {
      made.admits(description.account());
    }
    if (key.state() != null) {
      made.state(KeyState.fromValue(key.state()));
    }
  }

  private void put(Vpc vpc) {
    var made = world.ec2().vpc(description.account(), vpc.region(), vpc.id());
    for (var subnet : each(vpc.subnets())) {
      made.subnet(
          subnet.id(),
          subnet.zone(),
          Objects.requireNonNullElse(subnet.freeAddresses(), USUAL_FREE_ADDRESSES));
      if (Boolean.TRUE.equals(subnet.dualStack())) {
        made.dualStack(subnet.id());
      }
    }
    each(vpc.securityGroupIds()).forEach(made::securityGroup);
  }

  private void put(ParameterGroup group) {
    var region = world.rds(group.region());
    switch (group.kind()) {
      case "cluster" -> region.clusterParameterGroup(group.name(), group.family());
      case "instance" -> region.instanceParameterGroup(group.name(), group.family());
      case String other ->
          throw new IllegalArgumentException(
              "parameter group "
                  + group.name()
                  + ": kind is "
                  + other
                  + ", must be cluster or instance");
    }
  }

  private void put(Cluster cluster) {
    ClusterFurnishing.put(world, cluster, keyArn(cluster.region(), cluster.kmsKeyId()));
  }

  private String keyArn(String region, String keyId) {
    return keyId == null
        ? null
        : "arn:aws:kms:%s:%s:key/%s".formatted(region, description.account(), keyId);
  }

  private void put(Snapshot snapshot) {
    var owner = Objects.requireNonNullElse(snapshot.account(), description.account());
    var age = Objects.requireNonNullElse(snapshot.ageHours(), USUAL_AGE_HOURS);
    var made =
        world
            .rds(owner, snapshot.region())
            .snapshot(snapshot.id())
            .createdAt(description.startsAt().minus(Duration.ofHours(age)))
            .status(Objects.requireNonNullElse(snapshot.status(), AVAILABLE));
    if (snapshot.clusterId() != null) {
      made.of(snapshot.clusterId());
    }
    if (snapshot.engine() != null) {
      made.engine(snapshot.engine(), snapshot.engineVersion());
    }
    if (snapshot.sizeGib() != null) {
      made.sizeGib(snapshot.sizeGib());
    }
    if (snapshot.port() != null) {
      made.port(snapshot.port());
    }
    if (snapshot.storageType() != null) {
      made.storageType(snapshot.storageType());
    }
    if (Boolean.TRUE.equals(snapshot.untimed())) {
      made.untimed();
    }
    if (snapshot.engineMode() != null) {
      made.engineMode(snapshot.engineMode());
    }
    if (snapshot.kmsKeyId() == null) {
      made.unencrypted();
    } else {
      made.encryptedWith(
          "arn:aws:kms:" + snapshot.region() + ":" + owner + ":key/" + snapshot.kmsKeyId());
    }
    if (!owner.equals(description.account())) {
      made.sharedWith(description.account());
    }
    each(snapshot.tags()).forEach(made::tag);
    made.exists();
  }

  private void take(Missing missing) {
    var region = world.rds(missing.region());
    if (missing.instanceClass() != null) {
      region.withoutClass(missing.instanceClass());
    }
    if (missing.engineVersion() != null) {
      var engine = missing.engineVersion().contains("mysql") ? "aurora-mysql" : "aurora-postgresql";
      region.withoutEngineVersion(engine, missing.engineVersion());
    }
  }

  static <T> List<T> each(List<T> listed) {
    return listed == null ? List.of() : listed;
  }

  static Map<String, String> each(Map<String, String> listed) {
    return listed == null ? Map.of() : listed;
  }
}
