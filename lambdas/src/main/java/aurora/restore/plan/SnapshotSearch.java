package aurora.restore.plan;

import static aurora.restore.plan.InputKey.*;

import aurora.restore.operation.Arn;
import aurora.restore.operation.Ownership;
import aurora.restore.operation.SourceSnapshot;
import aurora.restore.rds.RdsLookup;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;

/** Finds the snapshot that an input means, in its source region. */
final class SnapshotSearch {
  private static final String AVAILABLE = "available";

  private final RdsLookup rds;
  private final RestoreRequest request;
  private final EarlierSnapshot earlier;
  private final SharedSnapshots shared;
  private final String account;
  private final PreflightFindings findings;

  /**
   * @param rds of the source region
   * @param account the account that restores
   */
  SnapshotSearch(
      RdsLookup rds,
      RestoreRequest request,
      EarlierSnapshot earlier,
      String account,
      PreflightFindings findings) {
    this.rds = rds;
    this.request = request;
    this.earlier = earlier;
    this.shared = new SharedSnapshots(rds, findings);
    this.account = account;
    this.findings = findings;
  }

  /**
   * The snapshot; empty where there is none of the name, which is a finding then. One that can't be
   * restored is a finding too, and is answered for the other checks to go by.
   *
   * @throws software.amazon.awssdk.services.rds.model.RdsException where the look is denied:
   *     without a snapshot nothing can be planned
   */
  Optional<SourceSnapshot> find(Instant now) {
    var found = request.source().isLatest() ? latest() : named();
    found.ifPresent(snapshot -> requireYoung(snapshot, now));
    return found;
  }

  private Optional<SourceSnapshot> latest() {
    var planned = earlier.planned();
    if (planned.isPresent()) {
      var still = rds.anySnapshot(planned.get().arn(), account).filter(SnapshotSearch::isAvailable);
      if (still.isPresent()) {
        return still.map(this::described);
      }
      if (earlier.isCopied(planned.get())) {
        return planned;
      }
    }
    return newest().map(this::described);
  }

  /** RDS documents no order: all pages are read, and the newest by its own time is taken. */
  private Optional<DBClusterSnapshot> newest() {
    var newest =
        rds.snapshots(
                query ->
                    query
                        .dbClusterIdentifier(request.source().clusterId())
                        .snapshotType(request.source().snapshotType()))
            .filter(SnapshotSearch::isAvailable)
            .filter(snapshot -> snapshot.snapshotCreateTime() != null)
            .filter(snapshot -> !isCopyOfThePipeline(snapshot))
            .max(Comparator.comparing(DBClusterSnapshot::snapshotCreateTime));
    if (newest.isEmpty()) {
      findings.stop(
          SOURCE_CLUSTER_ID,
          "no available "
              + (request.source().snapshotType() == null
                  ? ""
                  : request.source().snapshotType() + " ")
              + "snapshot of cluster "
              + request.source().clusterId()
              + " in "
              + request.source().region()
              + " is account "
              + account
              + "'s own",
          shared
              .newestOf(request.source().clusterId())
              .map(arn -> "name the newest one that is shared with it in snapshot_id: " + arn)
              .orElse(
                  "name another cluster or snapshot (one that is shared, by its ARN), or wait for"
                      + " one that is being made"));
    }
    return newest;
  }

  /**
   * A copy names the cluster of its source as its own. What RDS takes of a restored cluster may
   * have the operation's tag as well, and is as good as any.
   */
  private static boolean isCopyOfThePipeline(DBClusterSnapshot snapshot) {
    return snapshot.dbClusterSnapshotIdentifier().startsWith(Ownership.NAME_PREFIX)
        || (Ownership.operation(snapshot.tagList()).isPresent()
            && snapshot.sourceDBClusterSnapshotArn() != null);
  }

  private Optional<SourceSnapshot> named() {
    var wanted = request.source().snapshotId();
    var found = rds.anySnapshot(wanted, account);
    if (found.isEmpty()) {
      findings.stop(
          SNAPSHOT_ID,
          "no snapshot " + wanted + " in " + request.source().region(),
          instead(wanted));
    }
    found
        .filter(snapshot -> !isAvailable(snapshot))
        .ifPresent(
            snapshot ->
                findings.stop(
                    SNAPSHOT_ID,
                    "snapshot "
                        + wanted
                        + (snapshot.status() == null
                            ? " has no status"
                            : " is " + snapshot.status()),
                    "wait until it is available, or name another"));
    return found.map(this::described);
  }

  /** What to name where there is no such snapshot. */
  private String instead(String wanted) {
    if (isForeign(wanted)) {
      return "have its account share it with account "
          + account
          + " (a manual snapshot that isn't under the aws/rds key: others are copied"
          + " first), or name another";
    }
    var sharedOne = Arn.is(wanted) ? Optional.<String>empty() : shared.named(wanted);
    return sharedOne
        .map(arn -> "name the one that is shared with account " + account + " by its ARN: " + arn)
        .orElse(
            "name one of that region, of this account or shared with it"
                + (Arn.name(wanted).startsWith("awsbackup:")
                    ? ": one of AWS Backup as describe-db-cluster-snapshots lists it there, by its"
                        + " name or its ARN"
                    : " (a shared one by its ARN)"));
  }

  private static boolean isAvailable(DBClusterSnapshot snapshot) {
    return AVAILABLE.equals(snapshot.status());
  }

  private boolean isForeign(String wanted) {
    return Arn.is(wanted) && !new Arn(wanted).account().equals(account);
  }

  /** One that is still being made has no age yet. */
  private void requireYoung(SourceSnapshot snapshot, Instant now) {
    if (request.source().maxAgeHours() == null || snapshot.createdAt() == null) {
      return;
    }
    var age = Duration.between(snapshot.createdAt(), now);
    if (age.compareTo(Duration.ofHours(request.source().maxAgeHours())) > 0) {
      findings.stop(
          MAX_SNAPSHOT_AGE_HOURS,
          "snapshot "
              + snapshot.id()
              + " is "
              + age.toHours()
              + " hours old, older than "
              + request.source().maxAgeHours(),
          "name a younger snapshot or allow an older one");
    }
  }

  private SourceSnapshot described(DBClusterSnapshot snapshot) {
    return new SourceSnapshot(
        snapshot.dbClusterSnapshotIdentifier(),
        snapshot.dbClusterSnapshotArn(),
        new Arn(snapshot.dbClusterSnapshotArn()).account(),
        snapshot.dbClusterIdentifier(),
        snapshot.dbClusterResourceId(),
        snapshot.snapshotCreateTime(),
        snapshot.engine(),
        snapshot.engineVersion(),
        snapshot.engineMode(),
        snapshot.storageType(),
        Boolean.TRUE.equals(snapshot.storageEncrypted()),
        snapshot.kmsKeyId(),
        Boolean.TRUE.equals(snapshot.iamDatabaseAuthenticationEnabled()),
        SourceTags.of(snapshot.tagList(), findings),
        snapshot.vpcId());
  }
}
