package aurora.restore.audit;

import aurora.restore.error.OperationInProgress;
import aurora.restore.operation.OperationStatus;
import aurora.restore.operation.RestorePlan;
import software.amazon.awssdk.services.sfn.SfnClient;

/** Whoever is about to claim an operation that has a row. */
record Claimant(SfnClient sfn, OperationTable operations) {

  /**
   * @throws OperationInProgress where another execution has the operation and runs, or has had it
   *     since the claim's restore was planned
   */
  void refuseIfTaken(ReachedEntry claim) {
    operations
        .find(claim.operationId())
        .filter(row -> !row.executionArn().equals(claim.execution().id()))
        .ifPresent(
            row -> {
              refuseWhileItRuns(row);
              if (claim instanceof MilestoneEntry restore) {
                refuseIfOutdated(restore, row);
              }
            });
  }

  /**
   * The row alone doesn't tell whether its execution runs: one that was redriven into a pause calls
   * no function, and so changes no row, until the pause is over.
   */
  private void refuseWhileItRuns(OperationRow row) {
    if (OwningExecution.find(row.executionArn(), sfn)
        .filter(OwningExecution::isAtWork)
        .isPresent()) {
      throw new OperationInProgress(
          subject(row), "it belongs to execution " + row.executionArn() + ", which is running");
    }
  }

  /**
   * A redrive doesn't plan anew. What another execution has made of the operation since is unknown
   * to the plan, and would be made a second time under another name.
   */
  private static void refuseIfOutdated(MilestoneEntry restore, OperationRow row) {
    var isLater = row.updatedAt().isAfter(restore.execution().startedAt());
    if (row.plan() == null
        || row.status() == OperationStatus.CLEANED_UP
        || !isLater
        || aim(row.plan()).equals(aim(restore.plan()))) {
      return;
    }
    throw new OperationInProgress(
        subject(row),
        "since this execution was planned, for %s, execution %s has had it for %s"
            .formatted(aim(restore.plan()), row.executionArn(), aim(row.plan())),
        "start it again, so that it is planned anew, or with an operation_id of its own");
  }

  private static String subject(OperationRow row) {
    return "operation " + row.operationId();
  }

  /** What is never adopted where it is another's. */
  private static String aim(RestorePlan plan) {
    return "cluster %s in %s, of snapshot %s"
        .formatted(plan.cluster().id(), plan.targetRegion(), plan.snapshot().arn());
  }
}
