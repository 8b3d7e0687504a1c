package aurora.restore.engine;

import static aurora.restore.engine.Bench.call;
import static aurora.restore.engine.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import aurora.restore.asl.AslException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

class EngineTest {
  private static final String PAUSE =
      "'StartAt':'Pause','TimeoutSeconds':100,'States':{'Pause':{'Type':'Wait','Seconds':60,'End':true}}";

  /** Looks, asks, pauses, as often as the input says. */
  private static final String LOOP =
      "'StartAt':'Look','States':{'Look':{"
          + call("echo", "{'left':'{% $states.input.left - 1 %}'}")
          + ",'Retry':[{'ErrorEquals':['States.ALL'],'JitterStrategy':'FULL','IntervalSeconds':9}],'Output':'{%"
          + " $states.result.Payload"
          + " %}','Next':'Done?'},'Done?':{'Type':'Choice','Choices':[{'Condition':'{%"
          + " $states.input.left <= 0 %}','Next':'End'}],"
          + "'Default':'Pause'},'Pause':{'Type':'Wait','Seconds':30,'Next':'Look'},'End':{'Type':'Succeed'}}";

  @Test
  void sameNameAndInputWhileRunningAnswersTheSameExecution() {
    var bench = Bench.seed(1).machine(PAUSE);
    var first = bench.start("x", json("{'a':1}"));
    assertThat(bench.start("x", json("{'a':1}"))).isSameAs(first);
    assertThat(bench.engine.executions()).containsExactly(first);
    assertThat(bench.engine.execution(first.arn())).contains(first);
  }

  @Test
  void sameNameWithOtherInputOrAfterTheEndIsRefused() {
    var bench = Bench.seed(1).machine(PAUSE);
    var first = bench.start("x", json("{}"));
    assertThatThrownBy(() -> bench.start("x", json("{'a':1}")))
        .isInstanceOfSatisfying(
            StartRefused.class, e -> assertThat(e.error()).isEqualTo("ExecutionAlreadyExists"));
    bench.finish(first);
    assertThatThrownBy(() -> bench.start("x", json("{}"))).isInstanceOf(StartRefused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a b", "2026-11-23T06:00", "a/b", "a$", "a\\b", "a\nb", "a{b", "a]b", "a`b"})
  void nameThatStepFunctionsWouldRefuseIsRefused(String name) {
    var bench = Bench.seed(1).machine(PAUSE);
    assertThatThrownBy(() -> bench.start(name, json("{}")))
        .isInstanceOfSatisfying(
            StartRefused.class, e -> assertThat(e.error()).isEqualTo("InvalidName"));
    assertThatThrownBy(() -> bench.start("x".repeat(81), json("{}")))
        .isInstanceOf(StartRefused.class);
    assertThat(bench.start("Drill-1_a.b", json("{}")).name()).isEqualTo("Drill-1_a.b");
  }

  @Test
  void machineThatIsNotDeployedIsRefused() {
    assertThatThrownBy(() -> Bench.seed(1).start("x", json("{}")))
        .isInstanceOfSatisfying(
            StartRefused.class, e -> assertThat(e.error()).isEqualTo("StateMachineDoesNotExist"));
  }

  @Test
  void placeholdersAreFilledInAndMustMeetTheirValues() {
    var bench = Bench.seed(1);
    var definition =
        Bench.definition("'StartAt':'A','States':{'A':{" + call("${Plan}", "1") + ",'End':true}}");
    bench.engine.deploy("m", definition, Map.of("Plan", "echo"));
    assertThat(bench.run().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThatThrownBy(() -> bench.engine.deploy("m", definition, Map.of("Copy", "f")))
        .isInstanceOf(AslException.class)
        .hasMessageContaining("[Plan]")
        .hasMessageContaining("[Copy]");
  }

  @Test
  void everyChangeOfStatusIsToldAsEventBridgeWouldTellIt() {
    var bench = Bench.seed(1).failing("echo", "Denied");
    var changes = new ArrayList<StatusChange>();
    bench.engine.listen(
        new Listener() {
          @Override
          public void onStatusChange(StatusChange change) {
            changes.add(change);
          }
        });
    bench.machine("'StartAt':'A','States':{'A':{" + call("echo", "1") + ",'End':true}}");
    var run = bench.run(json("{'left':1}"));
    bench.redrive(run);
    assertThat(changes)
        .extracting(StatusChange::status)
        .containsExactly(
            ExecutionStatus.RUNNING,
            ExecutionStatus.FAILED,
            ExecutionStatus.RUNNING,
            ExecutionStatus.SUCCEEDED);
    var failed = changes.get(1).event();
    assertThat(failed.path("detail-type").asText())
        .isEqualTo("Step Functions Execution Status Change");
    assertThat(failed.path("region").asText()).isEqualTo("us-east-1");
    var detail = failed.path("detail");
    assertThat(detail.path("executionArn").asText()).isEqualTo(run.arn());
    assertThat(detail.path("input").asText()).isEqualTo("{\"left\":1}");
    assertThat(detail.path("output").isNull()).isTrue();
    assertThat(detail.path("error").asText()).isEqualTo("Denied");
    assertThat(detail.path("redriveStatus").asText()).isEqualTo("REDRIVABLE");
    assertThat(detail.path("startDate").asLong()).isEqualTo(Bench.START.toEpochMilli());
    assertThat(changes.getLast().detail().path("redriveCount").asInt()).isEqualTo(1);
    assertThat(changes.getLast().redriveStatus()).isEqualTo("NOT_REDRIVABLE");
  }

  @Test
  void stoppedExecutionIsAbortedAtOnceAndNothingOfItHappensAnyMore() {
    var bench = Bench.seed(1).machine(PAUSE);
    var run = bench.start("x", json("{}"));
    bench.until(Bench.START.plusSeconds(10));
    bench.engine.stop(run.arn(), "Stopped", "by hand");
    var events = run.history().size();
    bench.until(Bench.START.plusSeconds(1000));
    assertThat(run.status()).isEqualTo(ExecutionStatus.ABORTED);
    assertThat(run.error()).isEqualTo("Stopped");
    assertThat(run.cause()).isEqualTo("by hand");
    assertThat(run.history()).hasSize(events);
    assertThat(Bench.types(run)).endsWith("WaitStateEntered", "ExecutionAborted");
  }

  @Test
  void taskMayStopItsOwnExecution() {
    var bench = Bench.seed(1);
    bench
        .function(
            "stop",
            payload -> {
              bench.engine.stop(payload.asText(), "Stopped", null);
              return Bench.answer(payload);
            })
        .machine(
            "'StartAt':'A','States':{'A':{"
                + call("stop", "'{% $states.context.Execution.Id %}'")
                + ",'End':true}}");
    var run = bench.run();
    bench.until(Bench.START.plusSeconds(10));
    assertThat(run.status()).isEqualTo(ExecutionStatus.ABORTED);
    assertThat(Bench.types(run)).endsWith("TaskStarted", "ExecutionAborted");
  }

  @Test
  void oneMachineStartsAnotherAndIsToldWhenItMayNot() {
    var bench = Bench.seed(1).machine(PAUSE);
    bench.engine.deploy(
        "parent",
        Bench.definition(
            "'StartAt':'Start','States':{'Start':{'Type':'Task',"
                + "'Resource':'arn:aws:states:::states:startExecution','Arguments':{'StateMachineArn':'${M}','Name':'child','Input':{'by':'{%"
                + " $states.context.Execution.Name %}'}},'End':true}}"),
        Map.of("M", bench.engine.machineArn("m")));
    var first = bench.finish(bench.engine.start("parent", "p1", json("{}")));
    var arn = first.output().path("ExecutionArn").asText();
    var child = bench.engine.execution(arn).orElseThrow();
    assertThat(child.input()).isEqualTo(json("{'by':'p1'}"));
    var second = bench.finish(bench.engine.start("parent", "p2", json("{}")));
    assertThat(second.error()).isEqualTo("StepFunctions.ExecutionAlreadyExistsException");
    assertThat(bench.finish(child).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void severalExecutionsRunSideBySide() {
    var bench = Bench.seed(1).machine(PAUSE);
    var one = bench.start("one", json("{}"));
    bench.until(Bench.START.plusSeconds(30));
    var two = bench.start("two", json("{}"));
    bench.finish(one);
    assertThat(two.isRunning()).isTrue();
    bench.finish(two);
  }

  @Test
  void oneSeedGivesOneHistoryByteForByteAndAnotherSeedAnother() {
    assertThat(history(7)).isEqualTo(history(7)).isNotEqualTo(history(8));
    assertThat(history(7).lines().findFirst().orElseThrow())
        .isEqualTo(
            "{\"timestamp\":\"2026-11-23T06:00:00.000Z\",\"type\":\"ExecutionStarted\",\"id\":1,"
                + "\"previousEventId\":0,\"executionStartedEventDetails\":{\"input\":\"{\\\"left\\\":3}\","
                + "\"inputDetails\":{\"truncated\":false}}}");
  }

  private static String history(long seed) {
    return HistoryJson.of(
        Bench.seed(seed).failing("echo", "Busy", "Busy").machine(LOOP).run(json("{'left':3}")));
  }

  @Test
  void fiveHundredTurnsOfALoopTakeNoTimeWorthMentioning() {
    // Far above what it takes, so that a busy machine doesn't fail the build; a quadratic engine
    // would.
    assertTimeout(
        Duration.ofSeconds(10),
        () -> {
          var run = Bench.seed(1).machine(LOOP).run(json("{'left':500}"));
          assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
          assertThat(run.history()).hasSizeGreaterThan(4_000);
        });
  }

  @Test
  void executionWhoseHistoryIsFullFailsWithItsLastEvent() {
    var bench = Bench.seed(1).machine(LOOP);
    var run = bench.run(json("{'left':100000}"));
    assertThat(run.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(run.error()).isEqualTo("States.Runtime");
    assertThat(run.cause()).contains("25000");
    assertThat(run.history())
        .hasSize(25_000)
        .last()
        .extracting(HistoryEvent::typeAsString)
        .isEqualTo("ExecutionFailed");
    assertThatThrownBy(() -> bench.engine.redrive(run.arn()))
        .isInstanceOf(RedriveRefused.class)
        .hasMessageContaining("25000");
  }
}
