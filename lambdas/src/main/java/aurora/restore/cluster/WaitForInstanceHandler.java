package aurora.restore.cluster;

import aurora.restore.audit.Claims;
import aurora.restore.edge.Edge;
import aurora.restore.edge.JsonHandler;
import aurora.restore.edge.Primed;
import aurora.restore.error.InstanceDeadlineExceeded;
import aurora.restore.error.InstanceFailed;
import aurora.restore.operation.Awaited;
import aurora.restore.operation.InstanceStatus;
import aurora.restore.operation.InstanceStep;
import aurora.restore.operation.Readiness;
import aurora.restore.operation.WaitAnswer;
import aurora.restore.rds.RdsLookup;
import java.time.Instant;

/** Looks once whether an instance is available, and whether its cluster is still ours. */
public final class WaitForInstanceHandler extends JsonHandler<InstanceStep, WaitAnswer> {
  private final Edge edge;
  private final Claims claims;

  public WaitForInstanceHandler() {
    this(Edge.ofContainer(Primed.RDS, Primed.DYNAMO_DB));
  }

  public WaitForInstanceHandler(Edge edge) {
    super(edge, InstanceStep.class);
    this.edge = edge;
    this.claims = Claims.of(edge);
  }

  @Override
  protected WaitAnswer handle(InstanceStep step) {
    var now = edge.clock().instant();
    var look =
        step.step()
            .waitingFor(Awaited.INSTANCE, step.plan().deadlines().instanceHours(), now)
            .await(
                Readiness.unlessThrottled(() -> readiness(step, now)),
                late ->
                    new InstanceDeadlineExceeded(
                        OwnInstance.subject(step.instance()), "it is " + late));
    claims.progress(step.step(), step.instance().id(), look, now);
    return look;
  }

  /**
   * A cluster that is busy doesn't keep its instance from being ready; one that is gone, broken or
   * another operation's does.
   */
  private Readiness readiness(InstanceStep step, Instant now) {
    var plan = step.plan();
    var rds = new RdsLookup(edge.aws().rds(plan.targetRegion()));
    var cluster =
        ClusterProgress.of(
            plan, rds.cluster(plan.cluster().id()), step.step().isUnseenSinceForGood(now));
    if (cluster instanceof Readiness.Broken) {
      return cluster;
    }
    var subject = OwnInstance.subject(step.instance());
    var found = rds.instance(step.instance().id());
    if (found.isEmpty()) {
      return step.step().isUnseenForGood(now)
          ? new Readiness.Broken(new InstanceFailed(subject, "it doesn't exist any more"))
          : new Readiness.Pending(ClusterProgress.UNSEEN);
    }
    OwnInstance.require(plan, step.instance(), found.get());
    return InstanceStatus.judge(subject, found.get().dbInstanceStatus());
  }
}
