package aurora.restore.cleanup;

import aurora.restore.failure.StatusEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/**
 * The bad ends of a machine's executions, as Step Functions itself knows them: events get lost, and
 * an execution that was refused before it claimed anything has no row.
 *
 * <p>Lists are read to their last page. They are sorted by time, but by which isn't documented, and
 * an execution that ended today may have begun days ago (Step Functions API Reference,
 * ListExecutions).
 *
 * @param since ends before then were looked at by earlier calls
 */
record BadEnds(SfnClient sfn, Instant since) {
  private static final Set<ExecutionStatus> BAD =
      EnumSet.of(ExecutionStatus.FAILED, ExecutionStatus.TIMED_OUT, ExecutionStatus.ABORTED);

  private static final int LARGEST_PAGE = 1_000;

  /** Each as the event of its end would tell it, those of executions redriven since too. */
  List<StatusEvent.Detail> of(String machineArn) {
    var ends = new ArrayList<StatusEvent.Detail>();
    executions(machineArn)
        .filter(it -> isBad(it) ? !it.stopDate().isBefore(since) : isRedrivenSince(it))
        .map(it -> sfn.describeExecution(query -> query.executionArn(it.executionArn())))
        .forEach(execution -> ends.addAll(ends(execution)));
    return ends;
  }

  /**
   * All executions of a machine, in one list: one that ends meanwhile would be missed between a
   * list of those that run and one of those that failed.
   */
  Stream<ExecutionListItem> executions(String machineArn) {
    return sfn
        .listExecutionsPaginator(
            query -> query.stateMachineArn(machineArn).maxResults(LARGEST_PAGE))
        .executions()
        .stream();
  }

  static boolean isBad(ExecutionListItem execution) {
    return BAD.contains(execution.status());
  }

  private boolean isRedrivenSince(ExecutionListItem execution) {
    return execution.redriveDate() != null && !execution.redriveDate().isBefore(since);
  }

  private List<StatusEvent.Detail> ends(DescribeExecutionResponse execution) {
    var ends = new ArrayList<StatusEvent.Detail>();
    if (redrives(execution) > 0) {
      ends.addAll(earlierEnds(execution));
    }
    if (BAD.contains(execution.status())) {
      ends.add(detail(execution));
    }
    return ends;
  }

  /** The end of an execution that stands at it. */
  static StatusEvent.Detail detail(DescribeExecutionResponse execution) {
    return detail(
        execution,
        execution.statusAsString(),
        execution.stopDate(),
        redrives(execution),
        execution.error(),
        execution.cause());
  }

  private static int redrives(DescribeExecutionResponse execution) {
    return execution.redriveCount() == null ? 0 : execution.redriveCount();
  }

  private static StatusEvent.Detail detail(
      DescribeExecutionResponse execution,
      String status,
      Instant stopDate,
      int redriveCount,
      String error,
      String cause) {
    return new StatusEvent.Detail(
        execution.executionArn(),
        execution.stateMachineArn(),
        execution.name(),
        status,
        execution.startDate().toEpochMilli(),
        stopDate.toEpochMilli(),
        execution.input(),
        redriveCount,
        error,
        cause);
  }

  /** The ends that a redrive followed: the event before each redrive is one. */
  private List<StatusEvent.Detail> earlierEnds(DescribeExecutionResponse execution) {
    var ends = new ArrayList<StatusEvent.Detail>();
    HistoryEvent before = null;
    for (var event : history(execution.executionArn())) {
      var redriven = event.executionRedrivenEventDetails();
      if (redriven != null && before != null && !before.timestamp().isBefore(since)) {
        ends.add(end(execution, before, redriven.redriveCount() - 1));
      }
      before = event;
    }
    return ends;
  }

  private Iterable<HistoryEvent> history(String executionArn) {
    return sfn.getExecutionHistoryPaginator(
            query ->
                query
                    .executionArn(executionArn)
                    .includeExecutionData(false)
                    .maxResults(LARGEST_PAGE))
        .events();
  }

  private static StatusEvent.Detail end(
      DescribeExecutionResponse execution, HistoryEvent event, int redriveCount) {
    return switch (event.type()) {
      case EXECUTION_TIMED_OUT -> {
        var details = event.executionTimedOutEventDetails();
        yield detail(
            execution,
            ExecutionStatus.TIMED_OUT.toString(),
            event.timestamp(),
            redriveCount,
            details == null ? null : details.error(),
            details == null ? null : details.cause());
      }
      case EXECUTION_ABORTED -> {
        var details = event.executionAbortedEventDetails();
        yield detail(
            execution,
            ExecutionStatus.ABORTED.toString(),
            event.timestamp(),
            redriveCount,
            details == null ? null : details.error(),
            details == null ? null : details.cause());
      }
      case EXECUTION_FAILED -> {
        var details = event.executionFailedEventDetails();
        yield detail(
            execution,
            ExecutionStatus.FAILED.toString(),
            event.timestamp(),
            redriveCount,
            details.error(),
            details.cause());
      }
      default ->
          throw new IllegalStateException(
              "no execution ends with " + event.type() + ", as " + execution.executionArn());
    };
  }
}
