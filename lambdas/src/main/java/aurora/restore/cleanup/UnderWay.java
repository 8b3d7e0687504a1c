package aurora.restore.cleanup;

import aurora.restore.audit.OperationRow;
import aurora.restore.audit.OperationTable;
import aurora.restore.audit.OwningExecution;
import aurora.restore.operation.OperationStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/**
 * An operation whose row says that an execution works for it.
 *
 * @param execution as Step Functions tells of it; empty where it has been forgotten
 */
record UnderWay(OperationRow row, Optional<DescribeExecutionResponse> execution) {
  /** All of them: of each execution is asked once. */
  static List<UnderWay> all(OperationTable operations, SfnClient sfn) {
    return Stream.of(OperationStatus.RUNNING, OperationStatus.CLEANING_UP)
        .flatMap(operations::at)
        .map(row -> new UnderWay(row, OwningExecution.find(row.executionArn(), sfn)))
        .toList();
  }

  /** Whether an execution does work for it. */
  boolean runs() {
    return execution.filter(OwningExecution::isAtWork).isPresent();
  }
}
