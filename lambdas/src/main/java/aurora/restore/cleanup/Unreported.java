package aurora.restore.cleanup;

import aurora.restore.audit.OperationRow;
import aurora.restore.audit.OperationTable;
import aurora.restore.edge.MachineArns;
import aurora.restore.failure.StatusEvent;
import aurora.restore.operation.OperationStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * Has reported what ended unseen: status events are delivered as well as can be, and no better
 * (Step Functions Developer Guide, "Automating Step Functions event delivery with EventBridge"). A
 * row that says RUNNING for ever would keep its operation from being run or cleaned up.
 */
record Unreported(OperationTable operations, SfnClient sfn, Starter starter, MachineArns machines) {
  /** Events may come late: only what should long have been reported is. */
  private static final Duration GRACE = Duration.ofMinutes(10);

  /** The executions that were found dead and whose report was started now. */
  List<String> report(Instant now) {
    return Stream.of(OperationStatus.RUNNING, OperationStatus.CLEANING_UP)
        .flatMap(operations::at)
        .filter(row -> isReported(row, now))
        .map(OperationRow::executionArn)
        .toList();
  }

  private boolean isReported(OperationRow row, Instant now) {
    var holder = new Holder(sfn, row);
    var execution = holder.execution();
    if (execution.isEmpty()) {
      return start(forgotten(row));
    }
    var ended = execution.get();
    if (holder.runs(ended)
        || ended.status() == ExecutionStatus.SUCCEEDED // its row follows within the minute
        || now.isBefore(ended.stopDate().plus(GRACE))) {
      return false;
    }
    return start(detail(ended));
  }

  private boolean start(StatusEvent.Detail detail) {
    return starter.start(
        machines.reportFailureArn(),
        "unreported",
        detail.name(),
        Integer.toString(detail.redriveCount()),
        new StatusEvent(detail));
  }

  private static StatusEvent.Detail detail(DescribeExecutionResponse execution) {
    return new StatusEvent.Detail(
        execution.executionArn(),
        execution.stateMachineArn(),
        execution.name(),
        execution.statusAsString(),
        execution.startDate().toEpochMilli(),
        execution.stopDate().toEpochMilli(),
        execution.input(),
        execution.redriveCount() == null ? 0 : execution.redriveCount(),
        execution.error(),
        execution.cause());
  }

  /** Step Functions keeps executions for 90 days: what it has forgotten doesn't run. */
  private static StatusEvent.Detail forgotten(OperationRow row) {
    var arn = row.executionArn();
    var name = arn.substring(arn.lastIndexOf(':') + 1);
    var machine = arn.substring(0, arn.lastIndexOf(':')).replace(":execution:", ":stateMachine:");
    return new StatusEvent.Detail(
        arn,
        machine,
        name,
        "ABORTED",
        row.startedAt().toEpochMilli(),
        row.updatedAt().toEpochMilli(),
        null,
        row.redriveCount(),
        "ExecutionDoesNotExist",
        "Step Functions knows no such execution any more");
  }
}
