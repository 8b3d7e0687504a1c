package aurora.restore.simulation.rds;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;

/** A cluster snapshot: one that was taken, or a copy. */
final class Snapshot extends LivingResource {
  static final String COPYING = "copying";
  static final String FAILED = "failed";

  /** Who made it. */
  enum Origin {
    MANUAL("manual"),
    AUTOMATED("automated"),
    /** Counts as manual, but not against the quota, and only AWS Backup may delete it. */
    AWS_BACKUP("manual");

    private final String wireType;

    Origin(String wireType) {
      this.wireType = wireType;
    }

    String wireType() {
      return wireType;
    }
  }

  /**
   * What it is a snapshot of.
   *
   * @param sizeGib at least 1; decides how long things take, and isn't answered
   * @param port the cluster's: a restore that names none gets it, and isn't answered
   */
  record Content(
      String clusterIdentifier,
      String clusterResourceId,
      Instant clusterCreatedAt,
      EngineVersion version,
      int sizeGib,
      int port,
      int backupRetentionDays,
      String masterUsername,
      String databaseName,
      String vpcId,
      boolean iamAuthentication,
      String storageType,
      String engineMode) {}

  /**
   * Data on its way.
   *
   * @param length null where it stands still for ever
   * @param lastPercent where it ends or stands still
   */
  record Transfer(Instant start, Duration length, int lastPercent) {
    int percent(Instant now) {
      if (!now.isAfter(start)) {
        return 0;
      }
      // What stands still has come so far within half an hour.
      var whole = length == null ? Duration.ofMinutes(30) : length;
      var passed = Duration.between(start, now);
      return passed.compareTo(whole) >= 0
          ? lastPercent
          : (int) (lastPercent * passed.toMillis() / Math.max(1, whole.toMillis()));
    }
  }

  final Origin origin;
  final Content content;

  /** Null for an unencrypted one. */
  final String keyArn;

  /** Null for what isn't a copy. */
  final String sourceArn;

  final Transfer transfer;
  final Set<String> sharedWith = new HashSet<>();
  private final Instant createdAt;
  private boolean timed = true;

  Snapshot(
      AccountRegion place,
      String identifier,
      Birth birth,
      Map<String, String> tags,
      Origin origin,
      Content content,
      String keyArn,
      String sourceArn,
      Instant createdAt,
      Timeline timeline,
      Transfer transfer) {
    super(RdsKind.CLUSTER_SNAPSHOT, place, identifier, birth, tags, timeline);
    this.origin = origin;
    this.content = content;
    this.keyArn = keyArn;
    this.sourceArn = sourceArn;
    this.createdAt = createdAt;
    this.transfer = transfer;
  }

  @Override
  String keyArn() {
    return keyArn;
  }

  boolean isEncrypted() {
    return keyArn != null;
  }

  boolean isCopying(Instant now) {
    return status(now).equals(COPYING);
  }

  /** When it becomes available, as far as is settled; null for never. */
  Instant availableAt() {
    return timeline.reaches(AVAILABLE);
  }

  void fails(Instant now) {
    enters(FAILED, now);
  }

  /**
   * One that is being taken shows its time in the example answer of CreateDBClusterSnapshot;
   * whether one that is being copied does isn't documented, so it doesn't.
   */
  private boolean showsTime(Instant now) {
    return timed && (timeline.hasReached(AVAILABLE, now) || status(now).equals(CREATING));
  }

  /** No answer shows when it was created. */
  void showsNoTime() {
    timed = false;
  }

  /**
   * @param viewer another account than the owner's doesn't see the tags
   */
  DBClusterSnapshot view(Instant now, String viewer) {
    var finished = timeline.hasReached(AVAILABLE, now);
    var view =
        DBClusterSnapshot.builder()
            .dbClusterSnapshotIdentifier(identifier)
            .dbClusterSnapshotArn(arn())
            .dbClusterIdentifier(content.clusterIdentifier())
            .dbClusterResourceId(content.clusterResourceId())
            .clusterCreateTime(content.clusterCreatedAt())
            .availabilityZones(place.zones())
            .engine(content.version().engine().wireName)
            .engineVersion(content.version().version())
            .engineMode(content.engineMode())
            .licenseModel(content.version().engine().licenseModel)
            .allocatedStorage(1) // published answers have 0, 1 and sizes: no fact
            .storageType(
                content.storageType().equals(ClusterOptions.AURORA) ? null : content.storageType())
            .port(0) // in every example answer of the AWS CLI's reference
            .backupRetentionPeriod(content.backupRetentionDays())
            .masterUsername(content.masterUsername())
            .vpcId(content.vpcId())
            .iamDatabaseAuthenticationEnabled(content.iamAuthentication())
            .status(status(now))
            .percentProgress(finished ? 100 : transfer.percent(now))
            .snapshotType(origin.wireType())
            .storageEncrypted(isEncrypted())
            .kmsKeyId(keyArn)
            .sourceDBClusterSnapshotArn(sourceArn);
    if (showsTime(now)) {
      view.snapshotCreateTime(createdAt);
    }
    if (viewer.equals(place.account())) {
      view.tagList(tagList());
    }
    return view.build();
  }
}
