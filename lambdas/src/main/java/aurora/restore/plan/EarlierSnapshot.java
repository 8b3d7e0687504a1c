package aurora.restore.plan;

import aurora.restore.audit.OperationRow;
import aurora.restore.audit.OperationTable;
import aurora.restore.operation.LowerCase;
import aurora.restore.operation.OperationStatus;
import aurora.restore.operation.Ownership;
import aurora.restore.operation.SourceSnapshot;
import aurora.restore.rds.RdsLookup;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;

/**
 * The snapshot that an earlier execution of the operation took {@code latest} for. Started again,
 * the operation means that one, as long as it or its copy is there: what was made from it is
 * adopted.
 */
final class EarlierSnapshot {
  private final RestoreRequest request;
  private final OperationTable table;
  private final RdsLookup target;

  /**
   * @param target looks in the target region, where its copy would be
   */
  EarlierSnapshot(RestoreRequest request, OperationTable table, RdsLookup target) {
    this.request = request;
    this.table = table;
    this.target = target;
  }

  /**
   * As it was planned; empty where there is none, where what was made of it has been cleaned up,
   * and where the earlier execution was asked for the latest of something else.
   */
  Optional<SourceSnapshot> planned() {
    if (!request.source().isLatest()) {
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
    return target
        .snapshot(new Names(request.operationId()).copy())
        .filter(copy -> isCopyOf(snapshot, copy))
        .isPresent();
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
        && request.source().region().equals(text(earlier, InputKey.SOURCE_REGION))
        && request
            .source()
            .clusterId()
            .equals(LowerCase.of(text(earlier, InputKey.SOURCE_CLUSTER_ID)))
        && Objects.equals(request.source().snapshotType(), text(earlier, InputKey.SNAPSHOT_TYPE));
  }

  private static String text(JsonNode request, InputKey key) {
    return request.path(key.key()).textValue();
  }
}
