package aurora.restore.snapshot;

import java.util.Optional;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DbClusterSnapshotNotFoundException;

/** Looks for the copy by its name. */
final class Copy {
  private Copy() {}

  /** Empty where RDS shows none: what that means is the caller's to say. */
  static Optional<DBClusterSnapshot> find(String id, RdsClient rds) {
    try {
      return rds
          .describeDBClusterSnapshots(query -> query.dbClusterSnapshotIdentifier(id))
          .dbClusterSnapshots()
          .stream()
          .findFirst();
    } catch (DbClusterSnapshotNotFoundException e) {
      return Optional.empty();
    }
  }
}
