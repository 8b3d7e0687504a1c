package aurora.restore.cluster;

import aurora.restore.audit.Claims;
import aurora.restore.edge.Boundary;
import aurora.restore.edge.Edge;
import aurora.restore.edge.JsonHandler;
import aurora.restore.edge.Primed;
import aurora.restore.error.CopyFailed;
import aurora.restore.error.InsufficientCapacity;
import aurora.restore.error.KmsKeyUnusable;
import aurora.restore.error.NetworkUnusable;
import aurora.restore.error.QuotaExceeded;
import aurora.restore.error.SourceUnavailable;
import aurora.restore.error.TransientFailure;
import aurora.restore.operation.RestorePlan;
import aurora.restore.operation.SameSource;
import aurora.restore.operation.WaitAnswer;
import aurora.restore.rds.RdsLookup;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DbClusterAlreadyExistsException;
import software.amazon.awssdk.services.rds.model.DbClusterQuotaExceededException;
import software.amazon.awssdk.services.rds.model.DbClusterSnapshotNotFoundException;
import software.amazon.awssdk.services.rds.model.DbSubnetGroupNotFoundException;
import software.amazon.awssdk.services.rds.model.InsufficientDbClusterCapacityException;
import software.amazon.awssdk.services.rds.model.InsufficientStorageClusterCapacityException;
import software.amazon.awssdk.services.rds.model.InvalidDbClusterSnapshotStateException;
import software.amazon.awssdk.services.rds.model.InvalidSubnetException;
import software.amazon.awssdk.services.rds.model.InvalidVpcNetworkStateException;
import software.amazon.awssdk.services.rds.model.KmsKeyNotAccessibleException;
import software.amazon.awssdk.services.rds.model.RdsException;
import software.amazon.awssdk.services.rds.model.StorageQuotaExceededException;

/**
 * Starts the restore: the subnet group, then the cluster. Safe to call again: both names were
 * minted when the plan was made. Answers AGAIN where the copy that it is to be restored from has
 * been lost, for the state machine to have it made again.
 */
public final class RestoreClusterHandler extends JsonHandler<RestoreStep, WaitAnswer> {
  /** A copy that is lost more often has somebody who deletes it. */
  private static final int MOST_COPIES = 3;

  private final Edge edge;
  private final Claims claims;

  public RestoreClusterHandler() {
    this(Edge.ofContainer(Primed.RDS, Primed.DYNAMO_DB));
  }

  public RestoreClusterHandler(Edge edge) {
    super(edge, RestoreStep.class);
    this.edge = edge;
    this.claims = Claims.of(edge);
  }

  @Override
  protected WaitAnswer handle(RestoreStep step) {
    var plan = step.plan();
    claims.requireClaim(plan.operationId(), step.execution());
    var rds = edge.aws().rds(plan.targetRegion());
    SubnetGroup.make(plan, rds);
    return restore(step, rds);
  }

  private WaitAnswer restore(RestoreStep step, RdsClient rds) {
    var plan = step.plan();
    var subject = ClusterProgress.subject(plan);
    try {
      return WaitAnswer.underWay(
          rds.restoreDBClusterFromSnapshot(ClusterRequest.of(plan)).dbCluster().status());
    } catch (DbClusterAlreadyExistsException e) {
      return adopted(plan, rds);
    } catch (DbClusterSnapshotNotFoundException | InvalidDbClusterSnapshotStateException e) {
      return withoutSnapshot(step, e);
    } catch (DbSubnetGroupNotFoundException e) {
      throw new TransientFailure(subject, Boundary.said(e)); // made a moment ago: not shown yet
    } catch (KmsKeyNotAccessibleException e) {
      throw new KmsKeyUnusable(subject, Boundary.said(e));
    } catch (InvalidSubnetException | InvalidVpcNetworkStateException e) {
      throw new NetworkUnusable(subject, Boundary.said(e));
    } catch (DbClusterQuotaExceededException | StorageQuotaExceededException e) {
      throw new QuotaExceeded(subject, Boundary.said(e));
    } catch (InsufficientDbClusterCapacityException
        | InsufficientStorageClusterCapacityException e) {
      throw new InsufficientCapacity(subject, Boundary.said(e));
    } catch (RdsException e) {
      if (isOfDifferentVpcs(e)) {
        throw new NetworkUnusable(subject, Boundary.said(e));
      }
      throw e; // the boundary names what is left
    }
  }

  private static WaitAnswer adopted(RestorePlan plan, RdsClient rds) {
    var existing =
        new RdsLookup(rds)
            .cluster(plan.cluster().id())
            .orElseThrow(
                () ->
                    new TransientFailure(
                        ClusterProgress.subject(plan), "it exists but isn't shown yet"));
    SameSource.of(plan, ClusterProgress.subject(plan), existing).orRefuse();
    return WaitAnswer.underWay(existing.status());
  }

  /** A copy of ours can be made again; a snapshot that was to be restored as it is can't. */
  private static WaitAnswer withoutSnapshot(RestoreStep step, RdsException e) {
    var plan = step.plan();
    if (!plan.copyNeeded()) {
      throw new SourceUnavailable("snapshot " + plan.snapshot().id(), Boundary.said(e));
    }
    var copy = "copy " + plan.copy().id() + " of snapshot " + plan.snapshot().id();
    if (!step.goesBack()) {
      throw new CopyFailed(copy, Boundary.said(e));
    }
    if (step.copies() >= MOST_COPIES) {
      throw new CopyFailed(
          copy,
          "it was made "
              + step.copies()
              + " times and couldn't be restored from, for it is deleted or broken: "
              + Boundary.said(e));
    }
    return WaitAnswer.again("the copy is lost: " + Boundary.said(e));
  }

  /** A code with many meanings and no class of its own: its message tells this one. */
  private static boolean isOfDifferentVpcs(RdsException e) {
    return "InvalidParameterCombination".equals(e.awsErrorDetails().errorCode())
        && e.awsErrorDetails().errorMessage().contains("different VPCs");
  }
}
