package aurora.restore.cleanup;

import aurora.restore.audit.OperationRow;
import aurora.restore.edge.MachineArns;
import aurora.restore.failure.StatusEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * Has reported what ended unseen: status events are delivered as well as can be, and no better
 * (Step Functions Developer Guide, "Automating Step Functions event delivery with EventBridge"). A
 * row that says RUNNING for ever would keep its operation from being run or cleaned up.
 */
record Unreported(Starter starter, MachineArns machines) {
  /** Events may come late: only what should long have been reported is. */
  private static final Duration GRACE = Duration.ofMinutes(10);

  /** The executions that were found dead and whose report was started now. */
  List<String> report(List<UnderWay> operations, Instant now) {
    return operations.stream()
        .filter(operation -> isReported(operation, now))
        .map(operation -> operation.row().executionArn())
        .toList();
  }

  private boolean isReported(UnderWay operation, Instant now) {
    if (operation.execution().isEmpty()) {
      return start(forgotten(operation.row()));
    }
    var ended = operation.execution().get();
    if (operation.runs()
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
