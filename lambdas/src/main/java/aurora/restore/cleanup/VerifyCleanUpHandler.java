package aurora.restore.cleanup;

import aurora.restore.edge.Edge;
import aurora.restore.edge.JsonHandler;
import aurora.restore.edge.Primed;
import aurora.restore.error.CleanUpIncomplete;
import aurora.restore.operation.CleanUpPlan;
import aurora.restore.operation.CleanUpReport;
import aurora.restore.operation.KeptResource;
import aurora.restore.operation.OwnedResource;
import aurora.restore.operation.ResourceKind;
import aurora.restore.rds.FoundResource;
import aurora.restore.rds.RdsLookup;
import aurora.restore.rds.ResourceLookup;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sees to it, by name and by tag, that nothing of an operation is left but what was to be kept, and
 * reports what the clean-up has brought about. Changes nothing.
 */
public final class VerifyCleanUpHandler extends JsonHandler<VerifyCleanUpInput, CleanUpReport> {
  private final Edge edge;

  public VerifyCleanUpHandler() {
    this(Edge.ofContainer(Primed.RDS, Primed.DYNAMO_DB));
  }

  public VerifyCleanUpHandler(Edge edge) {
    super(edge, VerifyCleanUpInput.class);
    this.edge = edge;
  }

  @Override
  protected CleanUpReport handle(VerifyCleanUpInput input) {
    var plan = input.plan();
    var looks = new ResourceLookup(new RdsLookup(edge.aws().rds(plan.region())));
    var sorted = Sorted.of(names(plan, looks), looks, Judgement.of(looks, plan));
    if (!sorted.goes().isEmpty()) {
      throw new CleanUpIncomplete(
          "operation " + plan.operationId(),
          "there is still "
              + sorted.goes().stream()
                  .map(OwnedResource::toString)
                  .collect(Collectors.joining(", "))
              + " in "
              + plan.region());
    }
    var last = finalSnapshot(plan, looks);
    return new CleanUpReport(
        plan.operationId(),
        plan.region(),
        plan.found().stream().filter(it -> !sorted.there().contains(it)).toList(),
        Stream.concat(sorted.stays().stream(), last.stream()).toList(),
        sorted.leftAlone(),
        Stream.concat(input.warnings().stream(), missing(plan, last)).toList(),
        Duration.between(input.execution().startedAt(), edge.clock().instant()).toSeconds());
  }

  /** What there may be of the operation: what the plan names, and what carries its tag by now. */
  private static Set<OwnedResource> names(CleanUpPlan plan, ResourceLookup looks) {
    var names = new LinkedHashSet<>(plan.named());
    looks
        .tagged()
        .filter(found -> found.isOf(plan.operationId()))
        .map(FoundResource::resource)
        .forEach(names::add);
    return names;
  }

  private static Optional<KeptResource> finalSnapshot(CleanUpPlan plan, ResourceLookup looks) {
    return Optional.ofNullable(plan.finalSnapshotId())
        .flatMap(looks.rds()::snapshot)
        .map(
            last ->
                new KeptResource(
                    ResourceKind.CLUSTER_SNAPSHOT,
                    last.dbClusterSnapshotIdentifier(),
                    "final snapshot, begun at " + last.snapshotCreateTime()));
  }

  /** A cluster that went by other hands left no final snapshot: that is said, not hidden. */
  private static Stream<String> missing(CleanUpPlan plan, Optional<KeptResource> last) {
    return plan.finalSnapshotId() != null && last.isEmpty()
        ? Stream.of(
            "final cluster snapshot "
                + plan.finalSnapshotId()
                + " was asked for, and there was no cluster to take it of")
        : Stream.empty();
  }
}
