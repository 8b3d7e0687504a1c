package aurora.restore.operation;

import aurora.restore.telemetry.Loggable;
import java.time.Instant;
import java.util.List;

/**
 * What a clean-up will delete and keep, decided before anything is deleted. Nothing is deleted that
 * it doesn't name. What it names is looked at again before each deletion, since it may have changed
 * hands meanwhile.
 *
 * @param region where the operation's resources are
 * @param named every resource that the operation may have made, there or not
 * @param found those of them that were there, and are to be deleted
 * @param kept those of them that were there, are the operation's, and stay
 * @param leftAlone what has one of the names and isn't the operation's
 * @param sourceSnapshotArn the snapshot that was restored, never to be deleted; null where no plan
 *     tells
 * @param madeBy the execution whose resources alone are deleted, by its ARN; null: whichever
 *     execution of the operation made them
 * @param finalSnapshotId the snapshot to take of the cluster before it goes; null: none
 * @param lastActedAt when the operation's execution may have made something last; null where nobody
 *     knows of one
 * @param claim how the operation's row stood; null where it had none
 */
public record CleanUpPlan(
    String operationId,
    String region,
    List<OwnedResource> named,
    List<OwnedResource> found,
    List<KeptResource> kept,
    List<ForeignResource> leftAlone,
    String sourceSnapshotArn,
    String madeBy,
    boolean keepSnapshot,
    String finalSnapshotId,
    boolean disableDeletionProtection,
    boolean purgeRecords,
    Instant lastActedAt,
    Claim claim)
    implements Loggable {

  /** What stays isn't told by a plan that was made before there was a list of it. */
  public CleanUpPlan {
    kept = kept == null ? List.of() : kept;
  }

  @Override
  public String summary() {
    return "planned to clean up "
        + found.size()
        + " of ours, to keep "
        + kept.size()
        + ", to leave alone "
        + leftAlone.size();
  }

  /** The execution that an operation belonged to, and where it stood then. */
  public record Claim(String executionArn, OperationStatus status) {}

  /** The identifiers of one kind that it names. */
  public List<String> ids(ResourceKind kind) {
    return named.stream()
        .filter(resource -> resource.kind() == kind)
        .map(OwnedResource::id)
        .toList();
  }

  /** Whether a resource is the snapshot that the clean-up itself takes, and hands over. */
  public boolean isFinalSnapshot(OwnedResource resource) {
    return resource.kind() == ResourceKind.CLUSTER_SNAPSHOT
        && resource.id().equals(finalSnapshotId);
  }
}
