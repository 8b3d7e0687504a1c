package aurora.restore.plan;

import static aurora.restore.plan.InputKey.*;

import aurora.restore.operation.SourceSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DbClusterSnapshotNotFoundException;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotsRequest;

/** Finds the snapshot that an input means, in its source region. */
final class SnapshotSearch {
  private static final String AVAILABLE = "available";

  private final RdsClient rds;
  private final RestoreRequest request;
  private final String wanted;
  private final String account;
  private final Findings findings;

  /**
   * @param rds of the source region
   * @param planned the snapshot that the operation planned to restore before: started again, {@code
   *     latest} means that one, since its copy may be there already
   * @param account the account that restores
   */
  SnapshotSearch(
      RdsClient rds,
      RestoreRequest request,
      Optional<String> planned,
      String account,
      Findings findings) {
    this.rds = rds;
    this.request = request;
    this.wanted = request.isLatest() ? planned.orElse(request.snapshotId()) : request.snapshotId();
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
    var found = RestoreRequest.LATEST.equals(wanted) ? latest() : named();
    found.ifPresent(snapshot -> requireYoung(snapshot, now));
    return found.map(SnapshotSearch::described);
  }

  /** RDS documents no order: all pages are read, and the newest by its own time is taken. */
  private Optional<DBClusterSnapshot> latest() {
    var query =
        DescribeDbClusterSnapshotsRequest.builder()
            .dbClusterIdentifier(request.sourceClusterId())
            .snapshotType(request.snapshotType())
            .build();
    var newest =
        rds.describeDBClusterSnapshotsPaginator(query).dbClusterSnapshots().stream()
            .filter(snapshot -> AVAILABLE.equals(snapshot.status()))
            .filter(snapshot -> snapshot.snapshotCreateTime() != null)
            .max(Comparator.comparing(DBClusterSnapshot::snapshotCreateTime));
    if (newest.isEmpty()) {
      findings.stop(
          SOURCE_CLUSTER_ID,
          "no available "
              + (request.snapshotType() == null ? "" : request.snapshotType() + " ")
              + "snapshot of cluster "
              + request.sourceClusterId()
              + " in "
              + request.sourceRegion(),
          "name another cluster or snapshot, or wait for one that is being made");
    }
    return newest;
  }

  private Optional<DBClusterSnapshot> named() {
    Optional<DBClusterSnapshot> found;
    try {
      found = rds.describeDBClusterSnapshots(query()).dbClusterSnapshots().stream().findFirst();
    } catch (DbClusterSnapshotNotFoundException e) {
      found = Optional.empty(); // the same answer as an empty list: a finding below
    }
    if (found.isEmpty()) {
      findings.stop(
          SNAPSHOT_ID,
          "no snapshot " + wanted + " in " + request.sourceRegion(),
          isForeign()
              ? "have its account share it with account "
                  + account
                  + " (a manual snapshot that isn't under the aws/rds key: others are copied"
                  + " first), or name another"
              : "name one of that region, of this account or shared with it");
    }
    found
        .filter(snapshot -> !AVAILABLE.equals(snapshot.status()))
        .ifPresent(
            snapshot ->
                findings.stop(
                    SNAPSHOT_ID,
                    "snapshot " + wanted + " is " + snapshot.status(),
                    "wait until it is available, or name another"));
    return found;
  }

  private boolean isForeign() {
    return wanted.startsWith("arn:") && !SnapshotArn.account(wanted).equals(account);
  }

  /** An automated one is found with its type alone, a foreign one with the shared ones included. */
  private DescribeDbClusterSnapshotsRequest query() {
    var query = DescribeDbClusterSnapshotsRequest.builder().dbClusterSnapshotIdentifier(wanted);
    if (wanted.startsWith("arn:")) {
      query.includeShared(isForeign());
    }
    if (SnapshotArn.name(wanted).startsWith("rds:")) {
      query.snapshotType("automated");
    }
    return query.build();
  }

  /** One that is still being made has no age yet. */
  private void requireYoung(DBClusterSnapshot snapshot, Instant now) {
    if (request.maxSnapshotAgeHours() == null || snapshot.snapshotCreateTime() == null) {
      return;
    }
    var age = Duration.between(snapshot.snapshotCreateTime(), now);
    if (age.compareTo(Duration.ofHours(request.maxSnapshotAgeHours())) > 0) {
      findings.stop(
          MAX_SNAPSHOT_AGE_HOURS,
          "snapshot "
              + snapshot.dbClusterSnapshotIdentifier()
              + " is "
              + age.toHours()
              + " hours old, older than "
              + request.maxSnapshotAgeHours(),
          "name a younger snapshot or allow an older one");
    }
  }

  /** RDS answers 0 for the port of an Aurora snapshot: it isn't known then. */
  private static Integer knownPort(Integer port) {
    return port == null || port == 0 ? null : port;
  }

  private static SourceSnapshot described(DBClusterSnapshot snapshot) {
    return new SourceSnapshot(
        snapshot.dbClusterSnapshotIdentifier(),
        snapshot.dbClusterSnapshotArn(),
        SnapshotArn.account(snapshot.dbClusterSnapshotArn()),
        snapshot.dbClusterIdentifier(),
        snapshot.dbClusterResourceId(),
        snapshot.snapshotCreateTime(),
        snapshot.engine(),
        snapshot.engineVersion(),
        knownPort(snapshot.port()),
        snapshot.allocatedStorage() == null ? 0 : snapshot.allocatedStorage(),
        Boolean.TRUE.equals(snapshot.storageEncrypted()),
        snapshot.kmsKeyId(),
        Boolean.TRUE.equals(snapshot.iamDatabaseAuthenticationEnabled()),
        SourceTags.of(snapshot.tagList()));
  }
}
