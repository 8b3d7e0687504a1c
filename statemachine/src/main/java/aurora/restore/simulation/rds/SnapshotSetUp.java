package aurora.restore.simulation.rds;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A snapshot that somebody else took. */
public final class SnapshotSetUp {
  private final RdsState cloud;
  private final Region region;
  private final String identifier;
  private final Map<String, String> tags = new LinkedHashMap<>();
  private final Set<String> sharedWith = new LinkedHashSet<>();
  private String clusterIdentifier = "orders";
  private EngineVersion version;
  private Integer sizeGib;
  private Integer port;
  private Instant createdAt;
  private Duration ready = Duration.ZERO;
  private String status = Snapshot.AVAILABLE;
  private String keyArn;
  private boolean unencrypted;
  private boolean untimed;
  private String storageType;
  private String engineMode;
  private String sourceArn;

  SnapshotSetUp(RdsState cloud, Region region, String identifier) {
    this.cloud = cloud;
    this.region = region;
    this.identifier = Identifiers.fold(identifier);
  }

  /**
   * Of which cluster. Where that is set up here, everything not said otherwise is taken from it:
   * its engine, size, port and key.
   */
  public SnapshotSetUp of(String cluster) {
    clusterIdentifier = Identifiers.fold(cluster);
    return this;
  }

  public SnapshotSetUp engine(String engine, String engineVersion) {
    version = new EngineVersion(AuroraEngine.named(engine), engineVersion);
    return this;
  }

  /** Decides how long copies and restores take; RDS doesn't tell it. */
  public SnapshotSetUp sizeGib(int gib) {
    sizeGib = gib;
    return this;
  }

  /** The port of its cluster, which RDS doesn't tell; 0 leaves it as it is. */
  public SnapshotSetUp port(int number) {
    port = number == 0 ? null : number;
    return this;
  }

  /** An hour ago unless this is called. */
  public SnapshotSetUp createdAt(Instant instant) {
    createdAt = instant;
    return this;
  }

  public SnapshotSetUp encryptedWith(String arnOfKey) {
    keyArn = arnOfKey;
    return this;
  }

  /**
   * @param type {@code aurora} or {@code aurora-iopt1}
   */
  public SnapshotSetUp storageType(String type) {
    storageType = type;
    return this;
  }

  /**
   * @param mode e.g. {@code provisioned}, {@code serverless}
   */
  public SnapshotSetUp engineMode(String mode) {
    engineMode = mode;
    return this;
  }

  /** No answer shows when it was created. */
  public SnapshotSetUp untimed() {
    untimed = true;
    return this;
  }

  /** Whatever its cluster is. */
  public SnapshotSetUp unencrypted() {
    unencrypted = true;
    return this;
  }

  /** It is a copy that somebody made before, perhaps of an earlier run. */
  public SnapshotSetUp copiedFrom(String arnOfSource) {
    sourceArn = arnOfSource;
    return this;
  }

  /** It may be copied and restored by this account too. */
  public SnapshotSetUp sharedWith(String account) {
    sharedWith.add(account);
    return this;
  }

  /** It shows this status for ever, e.g. {@code creating}, {@code failed}. */
  public SnapshotSetUp status(String status) {
    this.status = status;
    return this;
  }

  /** It is being taken, and available so long from now. */
  public SnapshotSetUp availableIn(Duration duration) {
    status = Snapshot.CREATING;
    ready = duration;
    return this;
  }

  /** Any key at all, also a reserved one such as {@code aws:backup:source-resource}. */
  public SnapshotSetUp tag(String key, String value) {
    tags.put(key, value);
    return this;
  }

  /** Brings it about, and answers its ARN. */
  public String exists() {
    var now = cloud.now();
    var cluster = region.clusters.find(clusterIdentifier, now).orElse(null);
    var from = createdAt == null ? now.minus(Duration.ofHours(1)) : createdAt;
    var timeline = Timeline.from(from.isAfter(now) ? now : from, status);
    if (!ready.isZero()) {
      timeline = timeline.at(now.plus(ready), Snapshot.AVAILABLE);
    }
    var snapshot =
        new Snapshot(
            region.place,
            identifier,
            cloud.bornLongAgo(),
            tags,
            origin(),
            content(cluster, from),
            key(cluster),
            sourceArn,
            from,
            timeline,
            new Snapshot.Transfer(now, ready.isZero() ? null : ready, ready.isZero() ? 0 : 100));
    snapshot.sharedWith.addAll(sharedWith);
    if (untimed) {
      snapshot.showsNoTime();
    }
    region.snapshots.add(snapshot, now);
    return snapshot.arn();
  }

  private Snapshot.Origin origin() {
    if (identifier.startsWith("rds:")) {
      return Snapshot.Origin.AUTOMATED;
    }
    return identifier.startsWith("awsbackup:")
        ? Snapshot.Origin.AWS_BACKUP
        : Snapshot.Origin.MANUAL;
  }

  private String key(Cluster cluster) {
    if (unencrypted) {
      return null;
    }
    return keyArn == null && cluster != null ? cluster.keyArn : keyArn;
  }

  private Snapshot.Content content(Cluster cluster, Instant from) {
    var base = cluster == null ? clusterThatIsGone(from) : ClusterDeletion.content(cluster);
    var engineVersion = version == null ? base.version() : version;
    return new Snapshot.Content(
        base.clusterIdentifier(),
        base.clusterResourceId(),
        base.clusterCreatedAt(),
        engineVersion,
        sizeGib == null ? base.sizeGib() : sizeGib,
        port == null ? base.port() : port,
        base.backupRetentionDays(),
        base.masterUsername(),
        base.databaseName(),
        base.vpcId(),
        base.iamAuthentication(),
        storageType == null ? base.storageType() : storageType,
        engineMode == null ? base.engineMode() : engineMode);
  }

  private Snapshot.Content clusterThatIsGone(Instant from) {
    var usual = new EngineVersion(AuroraEngine.AURORA_MYSQL, "8.0.mysql_aurora.3.08.2");
    var engine = version == null ? usual : version;
    return new Snapshot.Content(
        clusterIdentifier,
        Identifiers.resourceId("cluster", cloud.random),
        from.minus(Duration.ofDays(100)),
        engine,
        100,
        engine.engine().defaultPort,
        7,
        "admin",
        null,
        "vpc-gone",
        false,
        "aurora",
        ClusterOptions.PROVISIONED);
  }
}
