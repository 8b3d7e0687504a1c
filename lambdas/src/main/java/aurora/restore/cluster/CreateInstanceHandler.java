package aurora.restore.cluster;

import aurora.restore.audit.Claims;
import aurora.restore.edge.Boundary;
import aurora.restore.edge.Edge;
import aurora.restore.edge.JsonHandler;
import aurora.restore.edge.Primed;
import aurora.restore.error.InstanceDeadlineExceeded;
import aurora.restore.error.InsufficientCapacity;
import aurora.restore.error.KmsKeyUnusable;
import aurora.restore.error.NetworkUnusable;
import aurora.restore.error.QuotaExceeded;
import aurora.restore.error.TransientFailure;
import aurora.restore.operation.InstanceStep;
import aurora.restore.operation.Readiness;
import aurora.restore.operation.WaitAnswer;
import aurora.restore.rds.RdsLookup;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.rds.model.DbInstanceAlreadyExistsException;
import software.amazon.awssdk.services.rds.model.DbSubnetGroupDoesNotCoverEnoughAZsException;
import software.amazon.awssdk.services.rds.model.InstanceQuotaExceededException;
import software.amazon.awssdk.services.rds.model.InsufficientDbInstanceCapacityException;
import software.amazon.awssdk.services.rds.model.InvalidDbClusterStateException;
import software.amazon.awssdk.services.rds.model.InvalidSubnetException;
import software.amazon.awssdk.services.rds.model.KmsKeyNotAccessibleException;

/**
 * Starts an instance. The first of a cluster becomes its writer, so the state machine asks for the
 * others only when that one is there. Answers READY once the instance is under way, PENDING while
 * the cluster is too busy to take it.
 */
public final class CreateInstanceHandler extends JsonHandler<InstanceStep, WaitAnswer> {
  private final Edge edge;
  private final Claims claims;

  public CreateInstanceHandler() {
    this(Edge.ofContainer(Primed.RDS, Primed.DYNAMO_DB));
  }

  public CreateInstanceHandler(Edge edge) {
    super(edge, InstanceStep.class);
    this.edge = edge;
    this.claims = Claims.of(edge);
  }

  @Override
  protected WaitAnswer handle(InstanceStep step) {
    var plan = step.plan();
    claims.requireClaim(plan.operationId(), step.execution());
    var now = edge.clock().instant();
    var busy = busy(step, now);
    if (busy.isEmpty()) {
      return WaitAnswer.underWay("creating");
    }
    var look =
        step.step()
            .waiting(plan.deadlines().instanceHours(), now)
            .await(
                busy.get(),
                late ->
                    new InstanceDeadlineExceeded(
                        OwnInstance.subject(step.instance()), "its " + late));
    claims.progress(step.step(), step.instance().id(), look, now);
    return look;
  }

  /** Why the instance can't be asked for; empty where it has been. */
  private Optional<Readiness> busy(InstanceStep step, Instant now) {
    var rds = new RdsLookup(edge.aws().rds(step.plan().targetRegion()));
    var found = rds.cluster(step.plan().cluster().id());
    var cluster = ClusterProgress.of(step.plan(), found, step.step().isUnseenSinceForGood(now));
    if (cluster instanceof Readiness.Broken) {
      return Optional.of(cluster);
    }
    if (found.isEmpty()) {
      return Optional.of(new Readiness.Pending("cluster is " + ClusterProgress.UNSEEN));
    }
    // Whether a busy cluster takes an instance is for RDS to say: beside some work it does.
    return create(step, rds)
        .map(said -> new Readiness.Pending("cluster is " + found.get().status() + ": " + said));
  }

  /** Asks for the instance; what RDS said where the cluster was too busy. */
  private Optional<String> create(InstanceStep step, RdsLookup rds) {
    var plan = step.plan();
    var id = step.instance().id();
    var subject = OwnInstance.subject(step.instance());
    try {
      rds.rds().createDBInstance(InstanceRequest.of(plan, step.instance()));
    } catch (DbInstanceAlreadyExistsException e) {
      var existing =
          rds.instance(id)
              .orElseThrow(() -> new TransientFailure(subject, "it exists but isn't shown yet"));
      OwnInstance.requireSameSource(plan, step.instance(), existing);
    } catch (InvalidDbClusterStateException e) {
      return Optional.of(Boundary.said(e));
    } catch (InsufficientDbInstanceCapacityException e) {
      throw new InsufficientCapacity(subject, Boundary.said(e));
    } catch (InstanceQuotaExceededException e) {
      throw new QuotaExceeded(subject, Boundary.said(e));
    } catch (InvalidSubnetException | DbSubnetGroupDoesNotCoverEnoughAZsException e) {
      throw new NetworkUnusable(subject, Boundary.said(e));
    } catch (KmsKeyNotAccessibleException e) {
      throw new KmsKeyUnusable(subject, Boundary.said(e));
    }
    return Optional.empty();
  }
}
