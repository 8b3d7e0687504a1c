package aurora.restore.snapshot;

import aurora.restore.audit.Claims;
import aurora.restore.edge.Boundary;
import aurora.restore.edge.Edge;
import aurora.restore.edge.JsonHandler;
import aurora.restore.edge.Primed;
import aurora.restore.error.CopyDeadlineExceeded;
import aurora.restore.error.KmsKeyUnusable;
import aurora.restore.error.SnapshotQuotaExceeded;
import aurora.restore.error.SourceUnavailable;
import aurora.restore.error.TransientFailure;
import aurora.restore.operation.Readiness;
import aurora.restore.operation.RestorePlan;
import aurora.restore.operation.SameSource;
import aurora.restore.operation.Step;
import aurora.restore.operation.Tags;
import aurora.restore.operation.WaitAnswer;
import aurora.restore.rds.RdsLookup;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.CopyDbClusterSnapshotRequest;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DbClusterSnapshotAlreadyExistsException;
import software.amazon.awssdk.services.rds.model.DbClusterSnapshotNotFoundException;
import software.amazon.awssdk.services.rds.model.InvalidDbClusterSnapshotStateException;
import software.amazon.awssdk.services.rds.model.KmsKeyNotAccessibleException;
import software.amazon.awssdk.services.rds.model.RdsException;
import software.amazon.awssdk.services.rds.model.SnapshotQuotaExceededException;

/**
 * Starts the copy, in the target region. Safe to call again: the copy's name was minted when the
 * plan was made. Answers READY once the copy is under way, PENDING while it has to wait for a slot.
 */
public final class CopySnapshotHandler extends JsonHandler<Step, WaitAnswer> {
  private static final String FAILED = "failed";
  private static final String DELETING = "deleting";

  private final Edge edge;
  private final Claims claims;

  public CopySnapshotHandler() {
    this(Edge.ofContainer(Primed.RDS, Primed.DYNAMO_DB));
  }

  public CopySnapshotHandler(Edge edge) {
    super(edge, Step.class);
    this.edge = edge;
    this.claims = Claims.of(edge);
  }

  @Override
  protected WaitAnswer handle(Step step) {
    var plan = step.plan();
    claims.requireClaim(plan.operationId(), step.execution());
    var rds = edge.aws().rds(plan.targetRegion());
    try {
      return WaitAnswer.underWay(
          rds.copyDBClusterSnapshot(request(plan)).dbClusterSnapshot().status());
    } catch (DbClusterSnapshotAlreadyExistsException e) {
      return adopted(step, rds);
    } catch (SnapshotQuotaExceededException e) {
      return queued(step, e);
    } catch (KmsKeyNotAccessibleException e) {
      throw new KmsKeyUnusable(subject(plan), Boundary.said(e));
    } catch (DbClusterSnapshotNotFoundException | InvalidDbClusterSnapshotStateException e) {
      if (new RdsLookup(rds).snapshot(plan.copy().id()).isPresent()) {
        return adopted(step, rds); // an earlier execution made it while the source was there
      }
      throw new SourceUnavailable(subject(plan), Boundary.said(e));
    }
  }

  /** Tags are passed one by one: copied as they are, reserved ones make RDS refuse the copy. */
  private static CopyDbClusterSnapshotRequest request(RestorePlan plan) {
    return CopyDbClusterSnapshotRequest.builder()
        .sourceDBClusterSnapshotIdentifier(plan.snapshot().arn())
        .sourceRegion(isAcrossRegions(plan) ? plan.sourceRegion() : null)
        .targetDBClusterSnapshotIdentifier(plan.copy().id())
        .kmsKeyId(plan.copy().kmsKeyId())
        .copyTags(false)
        .tags(Tags.of(plan.tags()))
        .build();
  }

  /** Named, the SDK signs a URL for the source's region, which a copy within one has no use for. */
  private static boolean isAcrossRegions(RestorePlan plan) {
    return !plan.sourceRegion().equals(plan.targetRegion());
  }

  /**
   * A retry whose first answer was lost, or a copy that an earlier execution left. A failed one of
   * ours is replaced: nothing was restored from it, and nothing ever will be.
   */
  private WaitAnswer adopted(Step step, RdsClient rds) {
    var plan = step.plan();
    var id = plan.copy().id();
    var existing = existing(plan, rds);
    SameSource.of(plan, subject(plan), existing).orRefuse(); // it may be of another input
    if (FAILED.equals(existing.status())) {
      delete(id, rds);
    }
    if (FAILED.equals(existing.status()) || DELETING.equals(existing.status())) {
      return pending(step, "replacing a failed copy", "the failed copy doesn't go");
    }
    return WaitAnswer.underWay(existing.status());
  }

  private static void delete(String id, RdsClient rds) {
    try {
      rds.deleteDBClusterSnapshot(request -> request.dbClusterSnapshotIdentifier(id));
    } catch (DbClusterSnapshotNotFoundException | InvalidDbClusterSnapshotStateException e) {
      // It is gone or going already: a first try's answer was lost. The next copy call will tell.
    } catch (RdsException e) {
      if (!Boundary.isDenialOfWhatIsGone(e, () -> new RdsLookup(rds).snapshot(id).isPresent())) {
        throw e;
      }
    }
  }

  /** RDS shows a fresh copy late: its name can be taken before it is seen. */
  private static DBClusterSnapshot existing(RestorePlan plan, RdsClient rds) {
    return new RdsLookup(rds)
        .snapshot(plan.copy().id())
        .orElseThrow(() -> new TransientFailure(subject(plan), "it exists but isn't shown yet"));
  }

  /**
   * One code has two meanings (Aurora User Guide, "Quotas and constraints"): five copies in
   * progress, which passes, and a hundred manual snapshots, which doesn't. The message tells them
   * apart.
   */
  private WaitAnswer queued(Step step, SnapshotQuotaExceededException e) {
    var subject = subject(step.plan());
    if (!e.awsErrorDetails().errorMessage().contains("across regions")) {
      throw new SnapshotQuotaExceeded(subject, Boundary.said(e));
    }
    return pending(step, "waiting for a copy slot", "no copy slot came free: " + Boundary.said(e));
  }

  /** To be asked for again later, unless it has been asked for long enough. */
  private WaitAnswer pending(Step step, String observed, String late) {
    var now = edge.clock().instant();
    var look =
        step.waiting(step.plan().deadlines().copyHours(), now)
            .await(
                new Readiness.Pending(observed),
                waited ->
                    new CopyDeadlineExceeded(subject(step.plan()), late + ": it is " + waited));
    claims.progress(step, step.plan().copy().id(), look, now);
    return look;
  }

  static String subject(RestorePlan plan) {
    return "copy " + plan.copy().id() + " of snapshot " + plan.snapshot().id();
  }
}
