package aurora.restore.simulation.rds;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A cluster: its data and its settings. Its instances are things of their own. */
final class Cluster extends LivingResource {
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

  /** The identifier of the instance that writes; null for a cluster without instances. */
  String writer;

  int backupRetentionDays;
  boolean deletionProtection;
  boolean copyTagsToSnapshot;

  /** Null where RDS doesn't manage the master password. */
  Secret secret;

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
    super(RdsKind.CLUSTER, place, identifier, birth, tags, timeline);
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

  /** It leaves {@code available} after a moment for {@code status}, and comes back. */
  void passesThrough(String status, Instant from, Duration length) {
    turns(status, length, AVAILABLE, from);
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
