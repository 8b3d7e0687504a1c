package aurora.restore.cleanup;

import aurora.restore.audit.FailureTrail;
import aurora.restore.audit.OperationRow;
import aurora.restore.edge.MachineArns;
import aurora.restore.failure.StatusEvent;
import aurora.restore.json.JsonText;
import aurora.restore.operation.OperationStatus;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * Has reported what ended unseen: status events are delivered as well as can be, and no better
 * (Step Functions Developer Guide, "Automating Step Functions event delivery with EventBridge"). A
 * row that says RUNNING for ever would keep its operation from being run or cleaned up, and what
 * never had a row would never be told.
 *
 * <p>Each end is reported once: not where the trail tells it, not where a report is at work on it,
 * and under a name that can be started once.
 *
 * @param underWay the ends that a report is at work on, by {@link Reports#key}
 */
record Unreported(
    Starter starter, MachineArns machines, FailureTrail trail, Set<String> underWay, Instant now) {
  /** Events may come late: only what should long have been reported is. */
  static final Duration GRACE = Duration.ofMinutes(10);

  /** How far back executions are looked at: a weekend without a reaper loses nothing. */
  static final Duration LOOKED_BACK = Duration.ofDays(3);

  /** The executions whose end was found untold, and whose report was started now. */
  List<String> report(List<UnderWay> operations, SfnClient sfn) {
    var reported = new LinkedHashSet<String>();
    Stream.concat(
            operations.stream().flatMap(Unreported::endOf),
            Stream.of(machines.restoreArn(), machines.cleanUpArn())
                .flatMap(machine -> new BadEnds(sfn, now.minus(LOOKED_BACK)).of(machine).stream())
                .filter(this::isUntold))
        .filter(end -> end.stoppedAt().isBefore(now.minus(GRACE)))
        .filter(end -> !underWay.contains(Reports.key(end)))
        .filter(this::start)
        .forEach(end -> reported.add(end.executionArn()));
    return List.copyOf(reported);
  }

  private boolean isUntold(StatusEvent.Detail end) {
    return !trail.tells(end.operationId(), end.executionArn(), end.redriveCount(), end.stoppedAt());
  }

  /** What a row that says that an execution is at work has missed: that it isn't. */
  private static Stream<StatusEvent.Detail> endOf(UnderWay operation) {
    if (operation.execution().isEmpty()) {
      return Stream.of(forgotten(operation.row()));
    }
    var execution = operation.execution().get();
    return operation.runs()
            || execution.status() == ExecutionStatus.SUCCEEDED // its row follows within the minute
        ? Stream.empty()
        : Stream.of(BadEnds.detail(execution));
  }

  private boolean start(StatusEvent.Detail end) {
    return starter.start(
        machines.reportFailureArn(),
        "unreported",
        end.machine() + "/" + end.name(),
        Integer.toString(end.redriveCount()),
        new StatusEvent(end.shortened()));
  }

  /**
   * Step Functions keeps executions for 90 days: what it has forgotten doesn't run. Of its input
   * the row tells.
   */
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
        input(row),
        row.redriveCount(),
        "ExecutionDoesNotExist",
        "Step Functions knows no such execution any more");
  }

  private static String input(OperationRow row) {
    var input = JsonNodeFactory.instance.objectNode();
    if (row.request() != null && row.status() != OperationStatus.CLEANING_UP) {
      row.request().properties().forEach(member -> input.set(member.getKey(), member.getValue()));
    }
    return JsonText.of(input.put("operation_id", row.operationId()));
  }
}
