package aurora.restore.cleanup;

import aurora.restore.edge.Edge;
import aurora.restore.edge.JsonHandler;
import aurora.restore.error.CleanUpIncomplete;
import aurora.restore.operation.CleanUpPlan;
import aurora.restore.operation.CleanUpReport;
import aurora.restore.operation.OwnedResource;
import aurora.restore.operation.ResourceKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sees to it, by name and by tag, that nothing of an operation is left but what was to be kept, and
 * reports what the clean-up has brought about. Changes nothing.
 */
public final class VerifyCleanUpHandler extends JsonHandler<VerifyCleanUpInput, CleanUpReport> {
  private final Edge edge;

  public VerifyCleanUpHandler() {
    this(Edge.ofContainer());
  }

  public VerifyCleanUpHandler(Edge edge) {
    super(edge, VerifyCleanUpInput.class);
    this.edge = edge;
  }

  @Override
  protected CleanUpReport handle(VerifyCleanUpInput input) {
    var plan = input.plan();
    var looks = new Looks(edge.aws().rds(plan.region()));
    var there = there(plan, looks);
    var left = there.stream().filter(it -> !plan.keeps(it)).toList();
    if (!left.isEmpty()) {
      throw new CleanUpIncomplete(
          "operation " + plan.operationId(),
          "there is still "
              + left.stream().map(OwnedResource::toString).collect(Collectors.joining(", "))
              + " in "
              + plan.region());
    }
    var started = input.execution().startedAt();
    return new CleanUpReport(
        plan.operationId(),
        plan.region(),
        plan.found().stream().filter(it -> !plan.keeps(it)).toList(),
        there,
        plan.leftAlone(),
        Stream.concat(input.warnings().stream(), missing(plan, there).stream()).toList(),
        Duration.between(started, edge.clock().instant()).toSeconds());
  }

  /** What there is of the operation, by the plan's names and by tag; the final snapshot too. */
  private static List<OwnedResource> there(CleanUpPlan plan, Looks looks) {
    var names = new LinkedHashSet<>(plan.named());
    looks
        .tagged()
        .filter(found -> found.isOf(plan.operationId()))
        .map(Found::resource)
        .forEach(names::add);
    var there = new ArrayList<OwnedResource>();
    for (var name : names) {
      looks
          .at(name)
          .filter(found -> found.isOf(plan.operationId()))
          .ifPresent(found -> there.add(found.resource()));
    }
    finalSnapshot(plan)
        .flatMap(last -> looks.at(last).map(Found::resource).stream())
        .forEach(there::add);
    return there;
  }

  /** A cluster that went by other hands left no final snapshot: that is said, not hidden. */
  private static List<String> missing(CleanUpPlan plan, List<OwnedResource> there) {
    return finalSnapshot(plan)
        .filter(last -> !there.contains(last))
        .map(last -> "final " + last + " was asked for, and there was no cluster to take it of")
        .toList();
  }

  private static Stream<OwnedResource> finalSnapshot(CleanUpPlan plan) {
    return Stream.ofNullable(plan.finalSnapshotId())
        .map(id -> new OwnedResource(ResourceKind.CLUSTER_SNAPSHOT, id));
  }
}
