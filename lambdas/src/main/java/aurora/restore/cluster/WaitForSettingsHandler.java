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
import java.time.Instant;

/** Looks once whether the settings are in force: the cluster available, its secret active. */
public final class WaitForSettingsHandler extends JsonHandler<Step, WaitAnswer> {
  private final Edge edge;
  private final Claims claims;

  public WaitForSettingsHandler() {
    this(Edge.ofContainer(Primed.RDS, Primed.DYNAMO_DB));
  }

  public WaitForSettingsHandler(Edge edge) {
    super(edge, Step.class);
    this.edge = edge;
    this.claims = Claims.of(edge);
  }

  @Override
  protected WaitAnswer handle(Step step) {
    var plan = step.plan();
    var now = edge.clock().instant();
    var wait = step.waitingFor(Awaited.SETTINGS, plan.deadlines().restoreHours(), now);
    var look =
        ClusterProgress.await(plan, wait, Readiness.unlessThrottled(() -> readiness(step, now)));
    claims.progress(step, plan.cluster().id(), look, now);
    return look;
  }

  private Readiness readiness(Step step, Instant now) {
    var plan = step.plan();
    var found = new RdsLookup(edge.aws().rds(plan.targetRegion())).cluster(plan.cluster().id());
    var cluster = ClusterProgress.of(plan, found, step.isUnseenForGood(now));
    if (!(cluster instanceof Readiness.Ready)) {
      return cluster;
    }
    var missing = new SecondCalls(plan, found.orElseThrow()).missing();
    return missing.isEmpty()
        ? cluster
        : new Readiness.Pending("available, not in force yet: " + String.join(", ", missing));
  }
}
