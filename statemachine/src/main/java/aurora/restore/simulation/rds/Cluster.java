package aurora.restore.simulation.rds;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A cluster: its data and its settings. Its instances are things of their own. */
final class Cluster extends RdsResource {
  static final String AVAILABLE = "available";
  static final String CREATING = "creating";
  static final String DELETING = "deleting";

  /**
   * The capacity range of Serverless instances, in ACUs; the pause is null where it never pauses.
   */
  record Scaling(double minAcu, double maxAcu, Integer secondsUntilAutoPause) {}

  /** What was settled when it was created. */
  record Settings(
      int port,
      String masterUsername,
      String databaseName,
      String parameterGroup,
      boolean iamAuthentication,
      List<String> logExports) {}

  /** A managed master password: from {@code activeAt} on it can be read. */
  record Secret(String arn, String keyArn, Instant activeAt) {}

  final EngineVersion version;
  final int sizeGib;
  final Settings settings;
  final ClusterOptions options;
  final ClusterTies ties;
  final Network network;

  /** Null for an unencrypted one. */
  final String keyArn;

  final String resourceId;
  final String hostHash;
  final Instant createdAt;
  private Timeline timeline;
  private String writer;
  private int backupRetentionDays;
  private boolean deletionProtection;
  private boolean copyTagsToSnapshot;
  private Secret secret;

  /** Null while nobody enabled the Data API. */
  private Instant dataApiFrom;

  Cluster(
      AccountRegion place,
      String identifier,
      Birth birth,
      Map<String, String> tags,
      EngineVersion version,
      int sizeGib,
      Settings settings,
      ClusterOptions options,
      ClusterTies ties,
      Network network,
      String keyArn,
      String resourceId,
      String hostHash,
      Instant createdAt,
      Timeline timeline) {
    super(RdsKind.CLUSTER, place, identifier, birth, tags);
    this.version = version;
    this.sizeGib = sizeGib;
    this.settings = settings;
    this.options = options;
    this.ties = ties;
    options.drawWindows(resourceId);
    this.network = network;
    this.keyArn = keyArn;
    this.resourceId = resourceId;
    this.hostHash = hostHash;
    this.createdAt = createdAt;
    this.timeline = timeline;
  }

  @Override
  String status(Instant now) {
    return timeline.status(now);
  }

  @Override
  Instant readyAt(Instant now) {
    return timeline.next(AVAILABLE, now);
  }

  @Override
  String keyArn() {
    return keyArn;
  }

  /** The Route 53 zone of its endpoints: one for each region. */
  String hostedZoneId() {
    return "Z"
        + Long.toString(Integer.toUnsignedLong(place.region().hashCode()), 36)
            .toUpperCase(Locale.ROOT);
  }

  boolean isAvailable(Instant now) {
    return status(now).equals(AVAILABLE);
  }

  /** Null until the restore is complete. */
  Instant restorableFrom(Instant now) {
    return timeline.hasReached(AVAILABLE, now) ? timeline.reaches(AVAILABLE) : null;
  }

  void deletes(Instant now, Instant gone) {
    timeline = timeline.at(now, DELETING);
    goesAt(gone);
  }

  /** From now on it shows a status that it doesn't leave by itself. */
  void enters(String status, Instant now) {
    timeline = timeline.at(now, status);
  }

  /** It shows a status so long, and then another. */
  void turns(String passing, Duration length, String lasting, Instant now) {
    timeline = timeline.at(now, passing).then(length, lasting);
  }

  /** It leaves {@code available} after a moment for {@code status}, and comes back. */
  void passesThrough(String status, Instant from, Duration length) {
    timeline = timeline.at(from, status).then(length, AVAILABLE);
  }

  /**
   * An available one can be saved for seven days by enabling the key; a restore in progress is lost
   * (Amazon Aurora User Guide, Encrypting Amazon Aurora resources).
   */
  void losesKey(Instant now) {
    timeline =
        timeline.hasReached(AVAILABLE, now)
            ? timeline
                .at(now, "inaccessible-encryption-credentials-recoverable")
                .then(Duration.ofDays(7), "inaccessible-encryption-credentials")
            : timeline.at(now, "inaccessible-encryption-credentials");
  }

  /** The identifier of the instance that writes; null for a cluster without instances. */
  String writer() {
    return writer;
  }

  void writer(String instance) {
    writer = instance;
  }

  int backupRetentionDays() {
    return backupRetentionDays;
  }

  void backupRetentionDays(int days) {
    backupRetentionDays = days;
  }

  boolean deletionProtection() {
    return deletionProtection;
  }

  void deletionProtection(boolean on) {
    deletionProtection = on;
  }

  boolean copyTagsToSnapshot() {
    return copyTagsToSnapshot;
  }

  void copyTagsToSnapshot(boolean on) {
    copyTagsToSnapshot = on;
  }

  /** Null where RDS doesn't manage the master password. */
  Secret secret() {
    return secret;
  }

  void secret(Secret managed) {
    secret = managed;
  }

  boolean isDataApiOn(Instant now) {
    return dataApiFrom != null && !now.isBefore(dataApiFrom);
  }

  /** A repeated call doesn't start over. */
  void dataApiFrom(Instant instant) {
    if (dataApiFrom == null) {
      dataApiFrom = instant;
    }
  }
}
