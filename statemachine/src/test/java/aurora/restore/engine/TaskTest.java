package aurora.restore.engine;

import static aurora.restore.engine.Bench.call;
import static aurora.restore.engine.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aurora.restore.asl.AslException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

class TaskTest {
  private static final String PLAN =
      "'StartAt':'Plan','States':{'Plan':{"
          + call("echo", "'{% $states.input %}'")
          + ",@@'End':true}}";

  private static String plan(String extra) {
    return PLAN.replace("@@", extra);
  }

  @Test
  void historyOfATaskIsTheOneThatStepFunctionsWrites() {
    var run =
        Bench.seed(1)
            .machine(
                plan(
                    "'TimeoutSeconds':60,'Assign':{'a':'{% $states.result.Payload.a %}'},"
                        + "'Output':'{% $states.result.Payload %}',"))
            .run(json("{'a':1}"));
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(run.output()).isEqualTo(json("{'a':1}"));
    assertThat(Bench.types(run))
        .containsExactly(
            "ExecutionStarted",
            "TaskStateEntered",
            "TaskScheduled",
            "TaskStarted",
            "TaskSucceeded",
            "TaskStateExited",
            "ExecutionSucceeded");
    assertThat(run.history())
        .extracting(HistoryEvent::id)
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    assertThat(run.history())
        .extracting(HistoryEvent::previousEventId)
        .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
    var scheduled = run.history().get(2).taskScheduledEventDetails();
    assertThat(scheduled.resourceType()).isEqualTo("lambda");
    assertThat(scheduled.resource()).isEqualTo("invoke");
    assertThat(scheduled.timeoutInSeconds()).isEqualTo(60);
    assertThat(json(scheduled.parameters()))
        .isEqualTo(json("{'FunctionName':'echo','Payload':{'a':1}}"));
    assertThat(json(run.history().get(4).taskSucceededEventDetails().output()))
        .isEqualTo(json("{'ExecutedVersion':'$LATEST','Payload':{'a':1},'StatusCode':200}"));
    assertThat(run.history().get(5).stateExitedEventDetails().assignedVariables())
        .containsEntry("a", "1");
  }

  @Test
  void timeThatAFunctionSpendsPassesBeforeItsAnswer() {
    var run = Bench.seed(1).slow("echo", Duration.ofSeconds(7)).machine(plan("")).run();
    assertThat(run.stopDate()).isEqualTo(Bench.START.plusSeconds(7));
    assertThat(run.history().get(3).timestamp()).isEqualTo(Bench.START);
    assertThat(run.history().get(4).timestamp()).isEqualTo(Bench.START.plusSeconds(7));
  }

  @Test
  void functionThatTakesTooLongTimesOutWhenItsLimitIsUp() {
    var run =
        Bench.seed(1)
            .slow("echo", Duration.ofSeconds(7))
            .machine(plan("'TimeoutSeconds':'{% $states.input.limit %}',"))
            .run(json("{'limit':5}"));
    assertThat(run.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(run.error()).isEqualTo("States.Timeout");
    assertThat(run.failedState()).isEqualTo("Plan");
    assertThat(run.stopDate()).isEqualTo(Bench.START.plusSeconds(5));
    assertThat(Bench.types(run)).endsWith("TaskStarted", "TaskTimedOut", "ExecutionFailed");
  }

  @Test
  void failureThatNothingCatchesEndsTheExecutionAtThatState() {
    var run = Bench.seed(1).failing("echo", "Denied").machine(plan("")).run();
    assertThat(run.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(run.error()).isEqualTo("Denied");
    assertThat(run.cause()).isEqualTo("because of Denied");
    assertThat(run.failedState()).isEqualTo("Plan");
    var failed = run.history().get(4);
    assertThat(failed.type()).isEqualTo(HistoryEventType.TASK_FAILED);
    assertThat(failed.taskFailedEventDetails().error()).isEqualTo("Denied");
    assertThat(run.history().get(5).executionFailedEventDetails().cause())
        .isEqualTo("because of Denied");
  }

  @Test
  void resourceThatTheEngineDoesNotKnowIsRefusedByName() {
    var bench = Bench.seed(1);
    assertThatThrownBy(
            () ->
                bench.machine(
                    "'StartAt':'A','States':{'A':{'Type':'Task','Resource':'arn:aws:states:::sqs:sendMessage','End':true}}"))
        .isInstanceOf(AslException.class)
        .hasMessageContaining("arn:aws:states:::sqs:sendMessage");
  }

  @Test
  void argumentThatTheEngineDoesNotKnowFailsTheExecutionByName() {
    var run =
        Bench.seed(1)
            .machine(
                "'StartAt':'A','States':{'A':{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke',"
                    + "'Arguments':{'FunctionName':'echo','Qualifier':'1'},'End':true}}")
            .run();
    assertThat(run.error()).isEqualTo("States.Runtime");
    assertThat(run.cause()).contains("Qualifier");
  }

  @Test
  void payloadBeyondTheServicesLimitFailsAndOnlyItsOwnNameCatchesIt() {
    var big = json("{'big':'%s'}".formatted("x".repeat(250_000)));
    var twice =
        "'StartAt':'A','States':{'A':{"
            + call("echo", "{'one':'{% $states.input %}','two':'{% $states.input %}'}")
            + ",'Catch':[{'ErrorEquals':['@@'],'Next':'B'}],'End':true},'B':{'Type':'Succeed'}}";
    var missed = Bench.seed(1).machine(twice.replace("@@", "States.ALL")).run(big);
    assertThat(missed.error()).isEqualTo("States.DataLimitExceeded");
    var caught = Bench.seed(1).machine(twice.replace("@@", "States.DataLimitExceeded")).run(big);
    assertThat(caught.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(caught.output().path("Error").asText()).isEqualTo("States.DataLimitExceeded");
  }
}
