package aurora.restore.plan;

import static aurora.restore.plan.InputKey.SOURCE_REGION;

import aurora.restore.operation.Arn;
import aurora.restore.rds.RdsLookup;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;

/**
 * A source region that doesn't answer: the way out is a snapshot that lies in the target region.
 *
 * @param target looks in the target region
 */
record LostRegion(RestoreRequest request, RdsLookup target, PreflightFindings findings) {
  /** For so long a silent region is asked again before it is taken for lost. */
  static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final String PAGE = "; see docs/disaster.md";

  /** Tells what to name instead. */
  void stop() {
    findings.stop(
        SOURCE_REGION,
        request.source().region() + " has answered no call for a minute",
        newest().map(this::useIt).orElseGet(this::noneLeft));
  }

  private String useIt(DBClusterSnapshot snapshot) {
    return "restore from what lies in "
        + request.targetRegion()
        + ": source_region "
        + request.targetRegion()
        + ", snapshot_id "
        + snapshot.dbClusterSnapshotIdentifier()
        + " (the newest there, of "
        + snapshot.snapshotCreateTime()
        + ")"
        + (request.instances().isServerless() || request.instances().instanceClass() != null
            ? ""
            : ", and instance_class, since the source can't be asked")
        + PAGE;
  }

  private String noneLeft() {
    return "no available snapshot of "
        + wanted()
        + " lies in "
        + request.targetRegion()
        + ": start it where one does, or start again once "
        + request.source().region()
        + " answers"
        + PAGE;
  }

  private String wanted() {
    return request.source().isLatest()
        ? "cluster " + request.source().clusterId()
        : "the name " + Arn.name(request.source().snapshotId());
  }

  private Optional<DBClusterSnapshot> newest() {
    return findings
        .unlessDenied(
            "what lies in " + request.targetRegion() + " isn't known",
            () ->
                target
                    .snapshots(query -> {})
                    .filter(it -> "available".equals(it.status()))
                    .filter(it -> it.snapshotCreateTime() != null)
                    .filter(request.source().isLatest() ? this::isOfCluster : isOrCopies())
                    .max(Comparator.comparing(DBClusterSnapshot::snapshotCreateTime)))
        .flatMap(found -> found);
  }

  private boolean isOfCluster(DBClusterSnapshot snapshot) {
    return request.source().clusterId().equals(snapshot.dbClusterIdentifier());
  }

  /** A copy tells what it was copied from, and may have another name. */
  private Predicate<DBClusterSnapshot> isOrCopies() {
    var name = Arn.name(request.source().snapshotId());
    return snapshot ->
        name.equals(snapshot.dbClusterSnapshotIdentifier())
            || (snapshot.sourceDBClusterSnapshotArn() != null
                && name.equals(Arn.name(snapshot.sourceDBClusterSnapshotArn())));
  }
}
