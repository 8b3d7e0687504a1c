package aurora.restore.world;

import aurora.restore.plan.Regions;
import aurora.restore.plan.RestoreRequest;
import aurora.restore.world.WorldDescription.Cluster;
import aurora.restore.world.WorldDescription.Key;
import aurora.restore.world.WorldDescription.ParameterGroup;
import aurora.restore.world.WorldDescription.Snapshot;
import aurora.restore.world.WorldDescription.Subnet;
import aurora.restore.world.WorldDescription.Vpc;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The world in which everything that an input names exists: the rehearsal of a good day. Regions
 * aren't made up: in one that AWS doesn't have, nothing exists.
 */
final class Derivation {
  static final String DEFAULT_HOME = "us-west-2";

  private static final String ACCOUNT = "111122223333";
  private static final Instant START = Instant.parse("2026-11-23T03:00:00Z");
  private static final String SOURCE_KEY = "5ce0a1b2-0000-4000-8000-00000000abcd";
  private static final String TARGET_KEY = "7a96e7b2-0000-4000-8000-00000000dcba";
  private static final String MYSQL = "aurora-mysql";
  private static final String POSTGRESQL = "aurora-postgresql";
  private static final Map<String, String> VERSIONS =
      Map.of(MYSQL, "8.0.mysql_aurora.3.08.0", POSTGRESQL, "16.4");
  private static final String ZONES = "abc";

  private final RestoreRequest request;
  private final String engine;
  private final String cluster;

  private Derivation(RestoreRequest request) {
    this.request = request;
    this.engine = engine(request.cluster().engineVersion());
    this.cluster = cluster(request);
  }

  /** Nothing exists but the account. */
  static WorldDescription empty() {
    return new WorldDescription(
        ACCOUNT, START, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  static WorldDescription of(RestoreRequest request) {
    return new Derivation(request).derived();
  }

  private WorldDescription derived() {
    return new WorldDescription(
        ACCOUNT,
        START,
        sourceCluster(),
        Regions.isKnown(request.source().region()) ? List.of(snapshot()) : List.of(),
        keys().stream().filter(key -> Regions.isKnown(key.region())).toList(),
        Regions.isKnown(request.targetRegion()) ? List.of(vpc()) : List.of(),
        Regions.isKnown(request.targetRegion()) ? parameterGroups() : List.of(),
        List.of());
  }

  /** Another account's cluster can't be seen, so there is none then. */
  private List<Cluster> sourceCluster() {
    if (!owner().equals(ACCOUNT) || !Regions.isKnown(request.source().region())) {
      return List.of();
    }
    return List.of(
        new Cluster(
            request.source().region(),
            cluster,
            engine,
            VERSIONS.get(engine),
            null,
            null,
            null,
            "db.r6g.large",
            null,
            null,
            null,
            7,
            List.of(),
            Map.of(),
            null,
            null,
            null));
  }

  private Snapshot snapshot() {
    return new Snapshot(
        request.source().region(),
        snapshotName(),
        owner(),
        cluster,
        "available",
        6,
        100,
        engine,
        VERSIONS.get(engine),
        null,
        request.cluster().kmsKeyId() == null ? null : SOURCE_KEY,
        null,
        null,
        null,
        Map.of("team", "orders"));
  }

  /** The snapshot is encrypted where the input names a key for its copy. */
  private List<Key> keys() {
    if (request.cluster().kmsKeyId() == null) {
      return List.of();
    }
    var keys = new ArrayList<Key>();
    keys.add(new Key(request.source().region(), owner(), SOURCE_KEY, null, "Enabled", false));
    var named = request.cluster().kmsKeyId();
    var resource = named.startsWith("arn:") ? named.substring(named.lastIndexOf(':') + 1) : named;
    var account = named.startsWith("arn:") ? named.split(":")[4] : ACCOUNT;
    var isAlias = resource.startsWith("alias/");
    keys.add(
        new Key(
            request.targetRegion(),
            account,
            isAlias ? TARGET_KEY : resource.replaceFirst("^key/", ""),
            isAlias ? resource : null,
            "Enabled",
            false));
    return keys;
  }

  /** The subnets lie in one zone after the other. */
  private Vpc vpc() {
    var subnets = new ArrayList<Subnet>();
    for (var id : request.network().subnetIds()) {
      var zone = ZONES.charAt(subnets.size() % ZONES.length());
      subnets.add(new Subnet(id, request.targetRegion() + zone, 200, null));
    }
    return new Vpc(
        request.targetRegion(),
        request.network().vpcId(),
        subnets,
        request.network().securityGroupIds());
  }

  private List<ParameterGroup> parameterGroups() {
    var groups = new ArrayList<ParameterGroup>();
    var family =
        family(
            request.cluster().engineVersion() == null
                ? VERSIONS.get(engine)
                : request.cluster().engineVersion());
    Optional.ofNullable(request.cluster().parameterGroup())
        .map(name -> new ParameterGroup(request.targetRegion(), "cluster", name, family))
        .ifPresent(groups::add);
    Optional.ofNullable(request.instances().parameterGroup())
        .map(name -> new ParameterGroup(request.targetRegion(), "instance", name, family))
        .ifPresent(groups::add);
    return groups;
  }

  private String family(String version) {
    var major = version.split("\\.");
    return engine + (engine.equals(MYSQL) ? major[0] + "." + major[1] : major[0]);
  }

  private String owner() {
    var id = request.source().snapshotId();
    return id.startsWith("arn:") ? id.split(":")[4] : ACCOUNT;
  }

  private String snapshotName() {
    var id = request.source().snapshotId();
    if (id.equals(RestoreRequest.LATEST)) {
      return "rds:" + cluster + "-2026-11-22-21-00";
    }
    return id.startsWith("arn:") ? id.split(":", 7)[6] : id;
  }

  private static String engine(String version) {
    return version == null || version.contains("mysql") ? MYSQL : POSTGRESQL;
  }

  /** What the snapshot's name begins with, up to a date or a number. */
  private static String cluster(RestoreRequest request) {
    if (request.source().clusterId() != null) {
      return request.source().clusterId();
    }
    var id = request.source().snapshotId();
    var name = id.substring(id.lastIndexOf(':') + 1);
    var stem = name.replaceFirst("-?[0-9].*$", "").replaceFirst("-(snapshot|snap|backup)$", "");
    return stem.isEmpty() ? name : stem;
  }
}
