package aurora.restore.cleanup;

import aurora.restore.audit.OperationRow;
import aurora.restore.audit.OwningExecution;
import aurora.restore.error.OperationInProgress;
import aurora.restore.operation.ExecutionContext;
import aurora.restore.operation.StatesCommand;
import java.time.Instant;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/** The execution that an operation belongs to, by its row. */
record RowsExecution(SfnClient sfn, OperationRow row) {

  /**
   * When it ended, and so may have made something last: the row alone doesn't tell, since it may be
   * behind.
   *
   * @param asking a clean-up, which may be redriven and then holds the operation itself
   * @throws OperationInProgress where it runs
   */
  Instant endedAt(ExecutionContext asking) {
    var execution = OwningExecution.find(row.executionArn(), sfn);
    if (!row.executionArn().equals(asking.id())
        && execution.filter(OwningExecution::isAtWork).isPresent()) {
      throw new OperationInProgress(
          "operation " + row.operationId(),
          "execution " + row.executionArn() + " is running, and the operation is " + row.status(),
          "wait for it to end or stop it ("
              + StatesCommand.stop(row.executionArn())
              + "), then start the clean-up again");
    }
    return execution
        .map(DescribeExecutionResponse::stopDate)
        .filter(row.updatedAt()::isBefore)
        .orElse(row.updatedAt());
  }
}
