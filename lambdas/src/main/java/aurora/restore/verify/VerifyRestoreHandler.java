package aurora.restore.verify;

import aurora.restore.audit.Claims;
import aurora.restore.edge.Edge;
import aurora.restore.edge.JsonHandler;
import aurora.restore.edge.Primed;
import aurora.restore.error.TransientFailure;
import aurora.restore.error.VerificationFailed;
import aurora.restore.operation.Readiness;
import aurora.restore.operation.RestorePlan;
import aurora.restore.operation.WaitAnswer;
import aurora.restore.rds.RdsLookup;
import aurora.restore.telemetry.Loggable;
import java.time.Instant;
import java.util.List;

/**
 * Compares the cluster, its network and its instances with the plan, and reports what the restore
 * has brought about. All differences are told at once. While RDS is at work on any of them, as by a
 * first backup or in a maintenance window, it answers PENDING: they are compared once they have
 * come to rest. An execution of an older definition, which knows no PENDING, is answered the report
 * itself.
 */
public final class VerifyRestoreHandler extends JsonHandler<VerifyInput, Loggable> {
  private final Edge edge;
  private final Claims claims;

  public VerifyRestoreHandler() {
    this(Edge.ofContainer(Primed.RDS, Primed.DYNAMO_DB));
  }

  public VerifyRestoreHandler(Edge edge) {
    super(edge, VerifyInput.class);
    this.edge = edge;
    this.claims = Claims.of(edge);
  }

  @Override
  protected Loggable handle(VerifyInput input) {
    var plan = input.plan();
    var now = edge.clock().instant();
    var rds = new RdsLookup(edge.aws().rds(plan.targetRegion()));
    var statuses = new FoundStatuses(plan, rds.cluster(plan.cluster().id()), instances(plan, rds));
    var pending =
        statuses
            .passing(input.step().isUnseenSinceForGood(now))
            .map(observed -> wait(input, observed, now));
    return pending.orElseGet(() -> verified(input, statuses, rds, now));
  }

  private static Loggable verified(
      VerifyInput input, FoundStatuses found, RdsLookup rds, Instant now) {
    var plan = input.plan();
    found.requireAll();
    var cluster = found.cluster().orElseThrow();
    var foundCluster = new FoundCluster(cluster, rds.subnetGroup(cluster.dbSubnetGroup()));
    var instances = found.shown();
    var comparison = new StructuralChecks(plan).of(foundCluster, instances);
    if (!comparison.different().isEmpty()) {
      throw new VerificationFailed(plan.cluster().id(), comparison.different());
    }
    var report = new Reporter(input, now).report(foundCluster, instances, comparison.same());
    return input.waits()
        ? new Verification(WaitAnswer.ready("verified"), report, input.execution().redriveCount())
        : report;
  }

  private Loggable wait(VerifyInput input, String observed, Instant now) {
    if (!input.waits()) {
      throw new TransientFailure("cluster " + input.plan().cluster().id(), observed);
    }
    var look =
        input
            .waiting(now)
            .await(
                new Readiness.Pending(observed),
                late -> new VerificationFailed(input.plan().cluster().id(), List.of(late)));
    claims.progress(input.step(), input.plan().cluster().id(), look, now);
    return new Verification(look, null, input.execution().redriveCount());
  }

  private static List<FoundStatuses.Seen> instances(RestorePlan plan, RdsLookup rds) {
    return plan.instances().stream()
        .map(planned -> new FoundStatuses.Seen(planned.id(), rds.instance(planned.id())))
        .toList();
  }
}
