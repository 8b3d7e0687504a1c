package aurora.restore.cluster;

import aurora.restore.audit.Claims;
import aurora.restore.edge.Edge;
import aurora.restore.edge.JsonHandler;
import aurora.restore.edge.Primed;
import aurora.restore.operation.Awaited;
import aurora.restore.operation.Readiness;
import aurora.restore.operation.Step;
import aurora.restore.operation.WaitAnswer;
import aurora.restore.rds.RdsLookup;

/** Looks once whether the cluster is available. */
public final class WaitForClusterHandler extends JsonHandler<Step, WaitAnswer> {
  private final Edge edge;
  private final Claims claims;

  public WaitForClusterHandler() {
    this(Edge.ofContainer(Primed.RDS, Primed.DYNAMO_DB));
  }

  public WaitForClusterHandler(Edge edge) {
    super(edge, Step.class);
    this.edge = edge;
    this.claims = Claims.of(edge);
  }

  @Override
  protected WaitAnswer handle(Step step) {
    var plan = step.plan();
    var now = edge.clock().instant();
    var rds = new RdsLookup(edge.aws().rds(plan.targetRegion()));
    var wait = step.waitingFor(Awaited.CLUSTER, plan.deadlines().restoreHours(), now);
    var look =
        ClusterProgress.await(
            plan,
            wait,
            Readiness.unlessThrottled(
                () ->
                    ClusterProgress.of(
                        plan, rds.cluster(plan.cluster().id()), step.isUnseenForGood(now))));
    claims.progress(step, plan.cluster().id(), look, now);
    return look;
  }
}
