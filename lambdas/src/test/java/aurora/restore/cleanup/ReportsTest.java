package aurora.restore.cleanup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Answers.CALLS_REAL_METHODS;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import aurora.restore.audit.Given;
import aurora.restore.audit.OperationRow;
import aurora.restore.edge.MachineArns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionNotRedrivableException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.ListExecutionsRequest;
import software.amazon.awssdk.services.sfn.model.ListExecutionsResponse;
import software.amazon.awssdk.services.sfn.model.RedriveExecutionRequest;
import software.amazon.awssdk.services.sfn.model.RedriveExecutionResponse;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;

/** Reports that go on, and ends that get one: each once. */
class ReportsTest {
  private static final Instant NOW = Instant.parse("2026-03-05T00:00:00Z");
  private static final Instant SINCE = NOW.minus(Unreported.LOOKED_BACK);
  private static final Instant UNTIL = NOW.minus(Unreported.GRACE);
  private static final Instant BEFORE = UNTIL.minusSeconds(1);
  private static final String EXECUTION = "arn:aws:states:us-west-2:111122223333:execution:";
  private static final MachineArns MACHINES = new MachineArns("restore", "clean-up", "report");

  private final SfnClient sfn = mock(SfnClient.class, CALLS_REAL_METHODS);
  private final List<ExecutionListItem> listed = new ArrayList<>();

  @BeforeEach
  void executionsAreListed() {
    doAnswer(call -> ListExecutionsResponse.builder().executions(listed).build())
        .when(sfn)
        .listExecutions(any(ListExecutionsRequest.class));
    doReturn(RedriveExecutionResponse.builder().build())
        .when(sfn)
        .redriveExecution(any(RedriveExecutionRequest.class));
    doReturn(StartExecutionResponse.builder().build())
        .when(sfn)
        .startExecution(any(StartExecutionRequest.class));
  }

  @Test
  void reportsThatFailedAWhileAgoGoOn() {
    list("failed", ExecutionStatus.FAILED, SINCE, BEFORE);
    list("long ago", ExecutionStatus.FAILED, SINCE.minusSeconds(1), BEFORE);
    list("just now", ExecutionStatus.FAILED, SINCE, UNTIL);
    list("done", ExecutionStatus.SUCCEEDED, SINCE, BEFORE);
    list("running", ExecutionStatus.RUNNING, SINCE, null);
    assertThat(reports().goOn(UNTIL)).containsExactly("failed");
    verify(sfn).redriveExecution(any(RedriveExecutionRequest.class));
  }

  @Test
  void reportThatRunsAgainAlreadyIsNotOneThatGoesOnNow() {
    list("failed", ExecutionStatus.FAILED, SINCE, BEFORE);
    doThrow(ExecutionNotRedrivableException.builder().build())
        .when(sfn)
        .redriveExecution(any(RedriveExecutionRequest.class));
    assertThat(reports().goOn(UNTIL)).isEmpty();
  }

  @Test
  void endIsUnderWayWhereAReportOfItRunsOrGoesOn() {
    list("first", ExecutionStatus.RUNNING, SINCE, null);
    list("done", ExecutionStatus.SUCCEEDED, SINCE, BEFORE);
    doAnswer(
            call -> {
              var report = call.<DescribeExecutionRequest>getArgument(0).executionArn();
              return DescribeExecutionResponse.builder()
                  .input(
                      "{\"detail\": {\"executionArn\": \"of %s\", \"redriveCount\": 2}}"
                          .formatted(report))
                  .build();
            })
        .when(sfn)
        .describeExecution(any(DescribeExecutionRequest.class));
    assertThat(reports().underWay(List.of("second"))).containsExactly("of first#2", "of second#2");
    assertThat(reports().underWay(List.of())).containsExactly("of first#2");
  }

  @Test
  void rowWhoseExecutionIsForgottenIsReported() {
    assertThat(reported(row("RUNNING"), null, Set.of())).containsExactly(EXECUTION + "restore:d-1");
    var started = ArgumentCaptor.forClass(StartExecutionRequest.class);
    verify(sfn).startExecution(started.capture());
    assertThat(started.getValue().name()).matches("unreported-restore-d-1-[0-9a-f]{8}-1");
    assertThat(started.getValue().stateMachineArn()).isEqualTo("report");
    assertThat(started.getValue().input())
        .contains(
            "\"status\":\"ABORTED\"",
            "arn:aws:states:us-west-2:111122223333:stateMachine:restore\"",
            "\"name\":\"d-1\"",
            "ExecutionDoesNotExist",
            "\\\"snapshot_id\\\":\\\"orders-nightly\\\"",
            "\\\"operation_id\\\":\\\"drill-1\\\"");
  }

  @Test
  void forgottenCleanUpHasNoInputOfARestore() {
    reported(row("CLEANING_UP"), null, Set.of());
    var started = ArgumentCaptor.forClass(StartExecutionRequest.class);
    verify(sfn).startExecution(started.capture());
    assertThat(started.getValue().input())
        .contains("\\\"operation_id\\\":\\\"drill-1\\\"")
        .doesNotContain("snapshot_id");
  }

  @Test
  void executionThatRunsOrHasSucceededIsNotReported() {
    assertThat(reported(row("RUNNING"), ended(ExecutionStatus.RUNNING, null), Set.of())).isEmpty();
    assertThat(reported(row("RUNNING"), ended(ExecutionStatus.PENDING_REDRIVE, BEFORE), Set.of()))
        .isEmpty();
    assertThat(reported(row("RUNNING"), ended(ExecutionStatus.SUCCEEDED, BEFORE), Set.of()))
        .isEmpty();
  }

  @Test
  void endIsReportedOnceItIsOldEnoughAndNobodyIsAtIt() {
    var old = ended(ExecutionStatus.FAILED, BEFORE);
    assertThat(reported(row("RUNNING"), old, Set.of())).hasSize(1);
    assertThat(reported(row("RUNNING"), ended(ExecutionStatus.FAILED, UNTIL), Set.of())).isEmpty();
    var key = EXECUTION + "restore:d-1#0";
    assertThat(reported(row("RUNNING"), old, Set.of(key))).isEmpty();
  }

  private Reports reports() {
    return Reports.listed(sfn, MACHINES, SINCE);
  }

  private List<String> reported(
      OperationRow row, DescribeExecutionResponse execution, Set<String> underWay) {
    var operation = new UnderWay(row, Optional.ofNullable(execution));
    return new Unreported(new Starter(sfn), MACHINES, null, underWay, NOW)
        .report(List.of(operation), sfn);
  }

  private static DescribeExecutionResponse ended(ExecutionStatus status, Instant at) {
    return DescribeExecutionResponse.builder()
        .executionArn(EXECUTION + "restore:d-1")
        .stateMachineArn("arn:aws:states:us-west-2:111122223333:stateMachine:restore")
        .name("d-1")
        .status(status)
        .startDate(SINCE)
        .stopDate(at)
        .input("{}")
        .build();
  }

  private static OperationRow row(String status) {
    return Given.read(
        OperationRow.class,
        """
        {"operation_id": "drill-1", "status": "%s", "execution_arn": "%srestore:d-1",
         "redrive_count": 1, "started_at": "%s", "updated_at": "%s",
         "request": {"snapshot_id": "orders-nightly"}}
        """
            .formatted(status, EXECUTION, SINCE, BEFORE));
  }

  private void list(String arn, ExecutionStatus status, Instant started, Instant stopped) {
    listed.add(
        ExecutionListItem.builder()
            .executionArn(arn)
            .status(status)
            .startDate(started)
            .stopDate(stopped)
            .build());
  }
}
