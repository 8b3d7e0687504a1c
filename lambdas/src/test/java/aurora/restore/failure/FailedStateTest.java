package aurora.restore.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryRequest;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryResponse;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/** Histories as Step Functions writes them, an event a line. */
class FailedStateTest {
  private final List<HistoryEvent> history = new ArrayList<>();

  private long event(HistoryEventType type, long previous, HistoryEvent.Builder details) {
    var id = history.size() + 1L;
    history.add(details.id(id).previousEventId(previous).type(type).build());
    return id;
  }

  private long event(HistoryEventType type, long previous) {
    return event(type, previous, HistoryEvent.builder());
  }

  private long entered(String state, long previous) {
    var details = HistoryEvent.builder().stateEnteredEventDetails(it -> it.name(state));
    return event(HistoryEventType.TASK_STATE_ENTERED, previous, details);
  }

  private long left(String state, long previous) {
    var details = HistoryEvent.builder().stateExitedEventDetails(it -> it.name(state));
    return event(HistoryEventType.TASK_STATE_EXITED, previous, details);
  }

  private long redriven(int count, long previous) {
    var details =
        HistoryEvent.builder().executionRedrivenEventDetails(it -> it.redriveCount(count));
    return event(HistoryEventType.EXECUTION_REDRIVEN, previous, details);
  }

  private String found(int generation, boolean isLatest) {
    return FailedState.of("arn", generation, isLatest, new Answering()).orElse(null);
  }

  @Test
  void taskThatFailsNamesItsState() {
    var scheduled =
        event(HistoryEventType.TASK_SCHEDULED, entered("B", left("A", entered("A", 0))));
    event(HistoryEventType.EXECUTION_FAILED, event(HistoryEventType.TASK_FAILED, scheduled));
    assertThat(found(0, true)).isEqualTo("B");
  }

  @Test
  void whatIsStoppedNamesTheStateThatWasAtWork() {
    event(HistoryEventType.EXECUTION_ABORTED, entered("B", left("A", entered("A", 0))));
    assertThat(found(0, true)).isEqualTo("B");
  }

  @Test
  void whatIsStoppedBetweenTwoStatesNamesTheOneThatItLeft() {
    event(HistoryEventType.EXECUTION_ABORTED, left("A", entered("A", 0)));
    assertThat(found(0, true)).isEqualTo("A");
  }

  @Test
  void errorThatWasRetriedAndPassedIsNotTheEnd() {
    var tried =
        event(
            HistoryEventType.TASK_FAILED, event(HistoryEventType.TASK_SCHEDULED, entered("A", 0)));
    var again =
        event(HistoryEventType.TASK_SUCCEEDED, event(HistoryEventType.TASK_SCHEDULED, tried));
    event(HistoryEventType.EXECUTION_TIMED_OUT, entered("B", left("A", again)));
    assertThat(found(0, true)).isEqualTo("B");
  }

  @Test
  void ofBranchesTheOneThatFailedIsNamed() {
    var map = entered("Create Readers", 0);
    var one = entered("Create Reader", map);
    entered("Wait For Reader", map);
    event(HistoryEventType.EXECUTION_FAILED, event(HistoryEventType.TASK_TIMED_OUT, one));
    assertThat(found(0, true)).isEqualTo("Create Reader");
  }

  @Test
  void whatCameAfterARedriveIsPassedOver() {
    var first = event(HistoryEventType.TASK_FAILED, entered("A", 0));
    var second = redriven(1, event(HistoryEventType.EXECUTION_FAILED, first));
    event(
        HistoryEventType.EXECUTION_FAILED,
        event(HistoryEventType.TASK_FAILED, entered("C", second)));
    assertThat(found(0, false)).isEqualTo("A");
    assertThat(found(1, true)).isEqualTo("C");
  }

  @Test
  void historyThatTellsNothingNamesNoState() {
    event(HistoryEventType.EXECUTION_FAILED, event(HistoryEventType.EXECUTION_STARTED, 0));
    assertThat(found(0, true)).isNull();
  }

  private final class Answering implements SfnClient {
    @Override
    public GetExecutionHistoryResponse getExecutionHistory(GetExecutionHistoryRequest request) {
      assertThat(request.reverseOrder()).isTrue();
      return GetExecutionHistoryResponse.builder().events(history.reversed()).build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
