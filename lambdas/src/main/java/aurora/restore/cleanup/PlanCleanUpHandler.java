package aurora.restore.cleanup;

import aurora.restore.audit.OperationRow;
import aurora.restore.audit.OperationTable;
import aurora.restore.edge.Edge;
import aurora.restore.edge.JsonHandler;
import aurora.restore.edge.Primed;
import aurora.restore.error.OperationUnknown;
import aurora.restore.operation.CleanUpPlan;
import aurora.restore.operation.OwnedResource;
import aurora.restore.operation.ResourceKind;
import aurora.restore.operation.RestorePlan;
import aurora.restore.rds.FoundResource;
import aurora.restore.rds.RdsLookup;
import aurora.restore.rds.ResourceLookup;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what a clean-up will delete: what the restore's plan names, and what carries the
 * operation's tag. Deletes nothing, and refuses whatever could only be half done.
 */
public final class PlanCleanUpHandler extends JsonHandler<CleanUpInput, CleanUpPlan> {
  private final Edge edge;
  private final OperationTable operations;

  public PlanCleanUpHandler() {
    this(Edge.ofContainer(Primed.RDS, Primed.DYNAMO_DB));
  }

  public PlanCleanUpHandler(Edge edge) {
    super(edge, CleanUpInput.class);
    this.edge = edge;
    this.operations = OperationTable.of(edge);
  }

  @Override
  protected CleanUpPlan handle(CleanUpInput input) {
    var request = CleanUpRequest.read(input.execution().input());
    var row = operations.find(request.operationId());
    var lastActedAt =
        row.map(claim -> new RowsExecution(edge.aws().sfn(), claim).endedAt(input.execution()));
    var region =
        row.map(OperationRow::plan).map(RestorePlan::targetRegion).orElse(edge.settings().region());
    var looks = new ResourceLookup(new RdsLookup(edge.aws().rds(region)));
    var plan = plan(request, region, row, lastActedAt.orElse(null), looks);
    var clusters = Judgement.of(looks, plan).clustersToGo();
    clusters.forEach(new Obstacles(looks, plan)::refuse);
    new FinalSnapshotChecks(looks.rds(), plan).check(clusters);
    return plan;
  }

  private static CleanUpPlan plan(
      CleanUpRequest request,
      String region,
      Optional<OperationRow> row,
      Instant lastActedAt,
      ResourceLookup looks) {
    var restore = row.map(OperationRow::plan);
    var named = named(request.operationId(), restore, looks);
    if (row.isEmpty() && named.isEmpty()) {
      throw new OperationUnknown(
          "operation " + request.operationId(),
          "the state table has no row of it, and nothing in " + region + " carries its tag");
    }
    var scope =
        new Judgement.Scope(request.operationId(), request.madeBy(), request.keepSnapshot(), named);
    var sorted = Sorted.of(named, looks, new Judgement(looks, scope));
    return new CleanUpPlan(
        request.operationId(),
        region,
        List.copyOf(named),
        sorted.goes(),
        sorted.stays(),
        sorted.leftAlone(),
        restore.map(plan -> plan.snapshot().arn()).orElse(null),
        request.madeBy(),
        request.keepSnapshot(),
        request.finalSnapshotId(),
        request.disableDeletionProtection(),
        request.purgeRecords(),
        lastActedAt,
        row.map(it -> new CleanUpPlan.Claim(it.executionArn(), it.status())).orElse(null));
  }

  /** What the plan minted, there or not, and what an earlier plan left under other names. */
  private static Set<OwnedResource> named(
      String operationId, Optional<RestorePlan> restore, ResourceLookup looks) {
    var named = new LinkedHashSet<OwnedResource>();
    restore.ifPresent(
        plan -> {
          plan.instances()
              .forEach(it -> named.add(new OwnedResource(ResourceKind.INSTANCE, it.id())));
          named.add(new OwnedResource(ResourceKind.CLUSTER, plan.cluster().id()));
          if (plan.copyNeeded()) {
            named.add(new OwnedResource(ResourceKind.CLUSTER_SNAPSHOT, plan.copy().id()));
          }
          named.add(new OwnedResource(ResourceKind.SUBNET_GROUP, plan.cluster().subnetGroup()));
        });
    looks
        .tagged()
        .filter(found -> found.isOf(operationId))
        .map(FoundResource::resource)
        .forEach(named::add);
    return named;
  }
}
