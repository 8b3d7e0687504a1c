package aurora.restore.cluster;

import aurora.restore.audit.Claims;
import aurora.restore.edge.Boundary;
import aurora.restore.edge.Edge;
import aurora.restore.edge.JsonHandler;
import aurora.restore.edge.Primed;
import aurora.restore.operation.Readiness;
import aurora.restore.operation.RestorePlan;
import aurora.restore.operation.Step;
import aurora.restore.operation.WaitAnswer;
import aurora.restore.rds.RdsLookup;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.InvalidDbClusterStateException;
import software.amazon.awssdk.services.rds.model.InvalidResourceStateException;

/**
 * Applies what a restore can't set: a master password that RDS keeps in Secrets Manager, the
 * maintenance window, the mode of Database Insights, the Data API. Safe to call again: what the
 * cluster has already isn't asked for. Answers READY once all is asked for, PENDING while the
 * cluster is busy.
 */
public final class ApplySettingsHandler extends JsonHandler<Step, WaitAnswer> {
  private final Edge edge;
  private final Claims claims;

  public ApplySettingsHandler() {
    this(Edge.ofContainer(Primed.RDS, Primed.DYNAMO_DB));
  }

  public ApplySettingsHandler(Edge edge) {
    super(edge, Step.class);
    this.edge = edge;
    this.claims = Claims.of(edge);
  }

  @Override
  protected WaitAnswer handle(Step step) {
    var plan = step.plan();
    claims.requireClaim(plan.operationId(), step.execution());
    var now = edge.clock().instant();
    var found = new RdsLookup(edge.aws().rds(plan.targetRegion())).cluster(plan.cluster().id());
    var readiness =
        switch (ClusterProgress.of(plan, found, step.isUnseenSinceForGood(now))) {
          case Readiness.Ready _ -> applied(plan, found.orElseThrow());
          case Readiness other -> other;
        };
    var wait = step.waiting(plan.deadlines().restoreHours(), now);
    var look = ClusterProgress.await(plan, wait, readiness);
    if (!look.isReady()) {
      claims.progress(step, plan.cluster().id(), look, now);
    }
    return look;
  }

  private Readiness applied(RestorePlan plan, DBCluster cluster) {
    var calls = new SecondCalls(plan, cluster);
    var rds = edge.aws().rds(plan.targetRegion());
    try {
      apply(calls, cluster, rds);
      return new Readiness.Ready("settings asked for");
    } catch (InvalidDbClusterStateException | InvalidResourceStateException e) {
      return new Readiness.Pending("busy: " + Boundary.said(e)); // for some minutes
    }
  }

  private static void apply(SecondCalls calls, DBCluster cluster, RdsClient rds) {
    if (calls.isDataApiMissing()) {
      rds.enableHttpEndpoint(request -> request.resourceArn(cluster.dbClusterArn()));
    }
    calls.change().ifPresent(rds::modifyDBCluster);
  }
}
