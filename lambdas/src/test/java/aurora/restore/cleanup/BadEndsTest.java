package aurora.restore.cleanup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Answers.CALLS_REAL_METHODS;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import aurora.restore.failure.StatusEvent;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryRequest;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryResponse;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;
import software.amazon.awssdk.services.sfn.model.ListExecutionsRequest;
import software.amazon.awssdk.services.sfn.model.ListExecutionsResponse;

/** The ends that Step Functions itself tells of: the last one, and those that redrives followed. */
class BadEndsTest {
  private static final String ARN = "arn:aws:states:us-west-2:111122223333:execution:restore:d-1";
  private static final String MACHINE =
      "arn:aws:states:us-west-2:111122223333:stateMachine:restore";
  private static final Instant SINCE = Instant.parse("2026-03-02T00:00:00Z");
  private static final Instant EARLY = SINCE.minusSeconds(60);
  private static final Instant LATE = SINCE.plusSeconds(60);

  private final SfnClient sfn = mock(SfnClient.class, CALLS_REAL_METHODS);

  @Test
  void badEndsOfLateAreFoundAndNoOthers() {
    assertThat(ends(ExecutionStatus.FAILED, SINCE)).hasSize(1);
    assertThat(ends(ExecutionStatus.TIMED_OUT, LATE)).hasSize(1);
    assertThat(ends(ExecutionStatus.ABORTED, LATE)).hasSize(1);
    assertThat(ends(ExecutionStatus.FAILED, EARLY)).isEmpty();
    assertThat(ends(ExecutionStatus.SUCCEEDED, LATE)).isEmpty();
    assertThat(ends(ExecutionStatus.RUNNING, null)).isEmpty();
  }

  @Test
  void endIsToldAsItsEventWouldTellIt() {
    assertThat(ends(ExecutionStatus.FAILED, LATE))
        .containsExactly(
            new StatusEvent.Detail(
                ARN,
                MACHINE,
                "d-1",
                "FAILED",
                EARLY.toEpochMilli(),
                LATE.toEpochMilli(),
                "{}",
                0,
                "CopyFailed",
                "why"));
  }

  @Test
  void endsThatRedrivesFollowedAreFoundInTheHistory() {
    history(
        event(1, HistoryEventType.EXECUTION_STARTED, EARLY, it -> {}),
        event(
            2,
            HistoryEventType.EXECUTION_FAILED,
            LATE,
            it -> it.executionFailedEventDetails(why -> why.error("CopyFailed").cause("first"))),
        redriven(3, 1),
        event(
            4,
            HistoryEventType.EXECUTION_ABORTED,
            LATE,
            it -> it.executionAbortedEventDetails(why -> why.error("Stop").cause("second"))),
        redriven(5, 2),
        event(6, HistoryEventType.EXECUTION_TIMED_OUT, LATE, it -> {}),
        redriven(7, 3));
    var found = redriven(ExecutionStatus.RUNNING, LATE, 3);
    assertThat(found)
        .extracting(StatusEvent.Detail::status, StatusEvent.Detail::redriveCount)
        .containsExactly(tuple("FAILED", 0), tuple("ABORTED", 1), tuple("TIMED_OUT", 2));
    assertThat(found)
        .extracting(StatusEvent.Detail::error)
        .containsExactly("CopyFailed", "Stop", null);
    assertThat(found)
        .extracting(StatusEvent.Detail::cause)
        .containsExactly("first", "second", null);
  }

  @Test
  void endsBeforeThatAreLeftOut() {
    history(
        event(
            1,
            HistoryEventType.EXECUTION_FAILED,
            EARLY,
            it -> it.executionFailedEventDetails(why -> why.error("CopyFailed"))),
        redriven(2, 1));
    assertThat(redriven(ExecutionStatus.RUNNING, LATE, 1)).isEmpty();
    assertThat(redriven(ExecutionStatus.FAILED, LATE, 1))
        .extracting(StatusEvent.Detail::redriveCount)
        .containsExactly(1);
  }

  private List<StatusEvent.Detail> ends(ExecutionStatus status, Instant stopped) {
    return of(status, stopped, null, 0);
  }

  private List<StatusEvent.Detail> redriven(ExecutionStatus status, Instant at, int count) {
    return of(status, status == ExecutionStatus.RUNNING ? null : LATE, at, count);
  }

  private List<StatusEvent.Detail> of(
      ExecutionStatus status, Instant stopped, Instant redriven, int redriveCount) {
    var listed =
        ExecutionListItem.builder()
            .executionArn(ARN)
            .status(status)
            .stopDate(stopped)
            .redriveDate(redriven)
            .build();
    doReturn(ListExecutionsResponse.builder().executions(listed).build())
        .when(sfn)
        .listExecutions(any(ListExecutionsRequest.class));
    var described =
        DescribeExecutionResponse.builder()
            .executionArn(ARN)
            .stateMachineArn(MACHINE)
            .name("d-1")
            .status(status)
            .startDate(EARLY)
            .stopDate(stopped)
            .input("{}")
            .redriveCount(redriveCount == 0 ? null : redriveCount)
            .error("CopyFailed")
            .cause("why")
            .build();
    doReturn(described).when(sfn).describeExecution(any(DescribeExecutionRequest.class));
    return new BadEnds(sfn, SINCE).of(MACHINE);
  }

  private void history(HistoryEvent... events) {
    doReturn(GetExecutionHistoryResponse.builder().events(events).build())
        .when(sfn)
        .getExecutionHistory(any(GetExecutionHistoryRequest.class));
  }

  private static HistoryEvent redriven(long id, int count) {
    return event(
        id,
        HistoryEventType.EXECUTION_REDRIVEN,
        LATE,
        it -> it.executionRedrivenEventDetails(redrive -> redrive.redriveCount(count)));
  }

  private static HistoryEvent event(
      long id, HistoryEventType type, Instant at, Consumer<HistoryEvent.Builder> details) {
    return HistoryEvent.builder().id(id).type(type).timestamp(at).applyMutation(details).build();
  }
}
