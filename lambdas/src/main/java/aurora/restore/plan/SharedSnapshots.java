package aurora.restore.plan;

import aurora.restore.operation.Arn;
import aurora.restore.rds.RdsLookup;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;

/**
 * Snapshots that other accounts share with this one. They are restored where they are named by
 * their ARN alone; looked at here to tell the operator which that is.
 */
final class SharedSnapshots {
  private final RdsLookup rds;
  private final PreflightFindings findings;

  /**
   * @param rds of the source region
   */
  SharedSnapshots(RdsLookup rds, PreflightFindings findings) {
    this.rds = rds;
    this.findings = findings;
  }

  /** The ARN of the newest that is available, of a cluster of that name. */
  Optional<String> newestOf(String cluster) {
    return newest(it -> cluster.equals(it.dbClusterIdentifier()));
  }

  /** The ARN of the newest that is available, by that name. */
  Optional<String> named(String name) {
    return newest(it -> name.equals(nameOf(it)));
  }

  private Optional<String> newest(Predicate<DBClusterSnapshot> meant) {
    return findings.unlessDenied("whether one is shared isn't known", this::all).stream()
        .flatMap(List::stream)
        .filter(it -> "available".equals(it.status()) && it.snapshotCreateTime() != null)
        .filter(meant)
        .max(Comparator.comparing(DBClusterSnapshot::snapshotCreateTime))
        .map(DBClusterSnapshot::dbClusterSnapshotArn);
  }

  /** By their type: whether RDS filters shared ones by cluster or name isn't documented. */
  private List<DBClusterSnapshot> all() {
    return rds.snapshots(query -> query.snapshotType("shared")).toList();
  }

  /** RDS shows a shared one's ARN where an own one's name is. */
  private static String nameOf(DBClusterSnapshot snapshot) {
    return new Arn(snapshot.dbClusterSnapshotArn()).name();
  }
}
