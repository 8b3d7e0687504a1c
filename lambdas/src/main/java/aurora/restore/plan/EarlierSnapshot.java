package aurora.restore.plan;

import aurora.restore.audit.OperationRow;
import aurora.restore.audit.OperationTable;
import aurora.restore.operation.OperationStatus;
import aurora.restore.operation.Ownership;
import aurora.restore.operation.SourceSnapshot;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DbClusterSnapshotNotFoundException;

/**
 * The snapshot that an earlier execution of the operation took {@code latest} for. Started again,
 * the operation means that one, as long as it or its copy is there: what was made from it is
 * adopted.
 */
final class EarlierSnapshot {
  private final RestoreRequest request;
  private final OperationTable table;
  private final RdsClient target;

  /**
   * @param target RDS of the target region, where its copy would be
   */
  EarlierSnapshot(RestoreRequest request, OperationTable table, RdsClient target) {
    this.request = request;
    this.table = table;
    this.target = target;
  }

  /**
   * As it was planned; empty where there is none, where what was made of it has been cleaned up,
   * and where the earlier execution was asked for the latest of something else.
   */
  Optional<SourceSnapshot> planned() {
    if (!request.isLatest()) {
      return Optional.empty();
    }
    return table
        .find(request.operationId())
        .filter(row -> row.plan() != null && row.status() != OperationStatus.CLEANED_UP)
        .filter(this::isAskedForTheSame)
        .map(row -> row.plan().snapshot());
  }

  /** Whether it has been copied, so that it isn't needed any more. */
  boolean isCopied(SourceSnapshot snapshot) {
    var copy = new Names(request.operationId()).copy();
    try {
      return target
          .describeDBClusterSnapshots(query -> query.dbClusterSnapshotIdentifier(copy))
          .dbClusterSnapshots()
          .stream()
          .anyMatch(it -> isCopyOf(snapshot, it));
    } catch (DbClusterSnapshotNotFoundException e) {
      return false; // it was never made, or is deleted
    }
  }

  private boolean isCopyOf(SourceSnapshot snapshot, DBClusterSnapshot copy) {
    return "available".equals(copy.status())
        && Ownership.isOf(request.operationId(), copy.tagList())
        && Ownership.source(copy.tagList()).filter(snapshot.arn()::equals).isPresent();
  }

  private boolean isAskedForTheSame(OperationRow row) {
    var earlier = row.request();
    return earlier != null
        && RestoreRequest.LATEST.equals(text(earlier, InputKey.SNAPSHOT_ID))
        && request.sourceRegion().equals(text(earlier, InputKey.SOURCE_REGION))
        && request.sourceClusterId().equals(folded(text(earlier, InputKey.SOURCE_CLUSTER_ID)))
        && Objects.equals(request.snapshotType(), text(earlier, InputKey.SNAPSHOT_TYPE));
  }

  private static String text(JsonNode request, InputKey key) {
    return request.path(key.key()).textValue();
  }

  private static String folded(String name) {
    return name == null ? null : name.toLowerCase(Locale.ROOT);
  }
}
