package aurora.restore.cleanup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Answers.CALLS_REAL_METHODS;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;

/** Executions that the reaper starts, each under a name that can be started once. */
class StarterTest {
  private final SfnClient sfn = mock(SfnClient.class, CALLS_REAL_METHODS);
  private final Starter starter = new Starter(sfn);

  @BeforeEach
  void startsAreTaken() {
    doReturn(StartExecutionResponse.builder().build())
        .when(sfn)
        .startExecution(any(StartExecutionRequest.class));
  }

  @Test
  void nameTellsThePurposeTheSubjectAndTheTime() {
    assertThat(start("drill-1")).isTrue();
    assertThat(started().name()).isEqualTo("expired-drill-1-1772323200-20260302");
    assertThat(started().stateMachineArn()).isEqualTo("machine");
    assertThat(started().input()).isEqualTo("{\"operation_id\":\"drill-1\"}");
  }

  @Test
  void longNameIsCutToWhatStepFunctionsTakes() {
    start("a".repeat(80));
    assertThat(started().name())
        .hasSize(80)
        .startsWith("expired-aaa")
        .endsWith("-1772323200-20260302");
  }

  @Test
  void whatWasStartedBeforeIsNotStartedAgain() {
    doThrow(ExecutionAlreadyExistsException.builder().build())
        .when(sfn)
        .startExecution(any(StartExecutionRequest.class));
    assertThat(start("drill-1")).isFalse();
  }

  private boolean start(String operation) {
    return starter.start(
        "machine",
        "expired",
        operation,
        "1772323200-20260302",
        Map.of(CleanUpKey.OPERATION_ID.key(), operation));
  }

  private StartExecutionRequest started() {
    var request = ArgumentCaptor.forClass(StartExecutionRequest.class);
    verify(sfn).startExecution(request.capture());
    return request.getValue();
  }
}
