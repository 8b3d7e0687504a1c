package aurora.restore.audit;

import aurora.restore.error.OperationInProgress;
import software.amazon.awssdk.services.sfn.SfnClient;

/**
 * Whoever is about to claim an operation that has a row. The row alone doesn't tell whether its
 * execution runs: one that was redriven into a pause calls no function, and so changes no row,
 * until the pause is over.
 */
record Claimant(SfnClient sfn, OperationTable operations) {

  /**
   * @throws OperationInProgress where another execution that has the operation runs
   */
  void refuseIfHeld(ReachedEntry claim) {
    operations
        .find(claim.operationId())
        .map(OperationRow::executionArn)
        .filter(holder -> !holder.equals(claim.execution().id()))
        .filter(
            holder ->
                OwningExecution.find(holder, sfn).filter(OwningExecution::isAtWork).isPresent())
        .ifPresent(
            holder -> {
              throw new OperationInProgress(
                  "operation " + claim.operationId(),
                  "it belongs to execution " + holder + ", which is running");
            });
  }
}
