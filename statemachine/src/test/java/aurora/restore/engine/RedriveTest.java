package aurora.restore.engine;

import static aurora.restore.engine.Bench.call;
import static aurora.restore.engine.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

class RedriveTest {
  private static final String TWO_TASKS =
      "'StartAt':'Plan','States':{'Plan':{"
          + call("echo", "{'id':'c1'}")
          + ",'Assign':{'plan':'{% $states.result.Payload"
          + " %}'},'Output':{'from':'plan'},'Next':'Copy'},'Copy':{"
          + call("copy", "{'plan':'{% $plan %}','in':'{% $states.input %}'}")
          + ",'Retry':[{'ErrorEquals':['Busy'],'MaxAttempts':1}],'Output':['{%"
          + " $states.result.Payload %}','{% $states.context.Execution.RedriveCount %}','{%"
          + " $states.context.Execution.RedriveTime %}'],'End':true}}";

  @Test
  void failedTaskRunsAgainWithTheSameInputAndVariablesAndNothingElseDoes() {
    var bench = Bench.seed(1).failing("copy", "Denied").machine(TWO_TASKS);
    var run = bench.run();
    assertThat(run.status()).isEqualTo(ExecutionStatus.FAILED);
    bench.until(Bench.START.plusSeconds(3600));
    bench.redrive(run);
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(run.error()).isNull();
    assertThat(run.failedState()).isNull();
    assertThat(run.output().get(0)).isEqualTo(json("{'plan':{'id':'c1'},'in':{'from':'plan'}}"));
    assertThat(run.output().get(1).asInt()).isEqualTo(1);
    assertThat(bench.payloads).hasSize(3);
    assertThat(Bench.types(run))
        .endsWith(
            "TaskFailed",
            "ExecutionFailed",
            "ExecutionRedriven",
            "TaskScheduled",
            "TaskStarted",
            "TaskSucceeded",
            "TaskStateExited",
            "ExecutionSucceeded");
    assertThat(run.redriveCount()).isEqualTo(1);
  }

  @Test
  void retriesAreCountedAnewAfterARedrive() {
    var bench = Bench.seed(1).failing("copy", "Busy", "Busy", "Busy").machine(TWO_TASKS);
    var run = bench.run();
    assertThat(run.error()).isEqualTo("Busy");
    bench.redrive(run);
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void abortedPauseStartsAnew() {
    var bench =
        Bench.seed(1)
            .machine(
                "'StartAt':'Pause','States':{'Pause':{'Type':'Wait','Seconds':60,'End':true}}");
    var run = bench.start("x", json("{}"));
    bench.until(Bench.START.plusSeconds(30));
    bench.engine.stop(run.arn(), "Stopped", "by hand");
    assertThat(run.status()).isEqualTo(ExecutionStatus.ABORTED);
    assertThat(run.failedState()).isEqualTo("Pause");
    bench.until(Bench.START.plusSeconds(100));
    var again = bench.time.instant();
    bench.redrive(run);
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(Duration.between(again, run.stopDate())).hasSeconds(60);
    assertThat(Bench.count(run, HistoryEventType.WAIT_STATE_ENTERED)).isEqualTo(1);
    assertThat(Bench.count(run, HistoryEventType.WAIT_STATE_EXITED)).isEqualTo(1);
  }

  @Test
  void executionThatTimedOutInATaskGetsItsWholeTimeAgain() {
    var bench =
        Bench.seed(1)
            .machine(
                "'StartAt':'Look','TimeoutSeconds':100,'States':{'Look':{"
                    + call("slow", "1")
                    + ",'End':true}}");
    bench.slow("slow", Duration.ofSeconds(200));
    var run = bench.run();
    assertThat(run.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
    assertThat(run.error()).isEqualTo("States.Timeout");
    assertThat(run.failedState()).isEqualTo("Look");
    assertThat(run.stopDate()).isEqualTo(Bench.START.plusSeconds(100));
    bench.slow("slow", Duration.ofSeconds(90));
    bench.redrive(run);
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(run.stopDate()).isEqualTo(Bench.START.plusSeconds(190));
    assertThat(Bench.count(run, HistoryEventType.TASK_SUCCEEDED)).isEqualTo(1);
  }

  private static final String READERS =
      "'StartAt':'Readers','States':{'Readers':{'Type':'Map','Items':[1,2,3],'MaxConcurrency':1,"
          + "'ItemProcessor':{'StartAt':'Create','States':{'Create':{"
          + call("create", "'{% $states.input %}'")
          + ",'Output':'{% $states.result.Payload %}','Next':'Pause'},"
          + "'Pause':{'Type':'Wait','Seconds':60,'End':true}}},'End':true}}";

  @Test
  void mapRunsOnlyTheIterationsAgainThatDidNotSucceed() {
    var failed = new boolean[1];
    var bench =
        Bench.seed(1)
            .function(
                "create",
                payload -> {
                  if (payload.asInt() == 2 && !failed[0]) {
                    failed[0] = true;
                    return Bench.fail("Denied");
                  }
                  return Bench.answer(payload);
                })
            .machine(READERS);
    var run = bench.run();
    assertThat(run.error()).isEqualTo("Denied");
    bench.redrive(run);
    assertThat(run.output()).isEqualTo(json("[1,2,3]"));
    assertThat(bench.payloads).extracting(payload -> payload.asInt()).containsExactly(1, 2, 2, 3);
    assertThat(Bench.count(run, HistoryEventType.MAP_ITERATION_STARTED)).isEqualTo(3);
    assertThat(Bench.count(run, HistoryEventType.MAP_STATE_STARTED)).isEqualTo(1);
  }

  @Test
  void abortedIterationsGoOnWhereTheyWere() {
    var bench = Bench.seed(1).function("create", Bench::answer).machine(READERS);
    var run = bench.start("x", json("{}"));
    bench.until(Bench.START.plusSeconds(90));
    bench.engine.stop(run.arn(), null, null);
    assertThat(Bench.types(run))
        .endsWith("MapIterationAborted", "MapStateAborted", "ExecutionAborted");
    assertThat(run.failedState()).isEqualTo("Pause");
    bench.redrive(run);
    assertThat(run.output()).isEqualTo(json("[1,2,3]"));
    assertThat(bench.payloads).as("no instance is created twice").hasSize(3);
  }

  @Test
  void successfulRunningAndOldExecutionsAreRefused() {
    var bench = Bench.seed(1).failing("copy", "Denied", "Denied").machine(TWO_TASKS);
    var run = bench.start("x", json("{}"));
    assertThatThrownBy(() -> bench.engine.redrive(run.arn()))
        .isInstanceOf(RedriveRefused.class)
        .hasMessageContaining("RUNNING");
    bench.finish(run);
    bench.until(Bench.START.plus(Duration.ofDays(15)));
    assertThatThrownBy(() -> bench.engine.redrive(run.arn()))
        .isInstanceOf(RedriveRefused.class)
        .hasMessageContaining("14 days");
    var second = bench.finish(bench.start("y", json("{}")));
    bench.redrive(second);
    assertThat(second.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThatThrownBy(() -> bench.engine.redrive(second.arn()))
        .isInstanceOf(RedriveRefused.class)
        .hasMessageContaining("SUCCEEDED");
    assertThatThrownBy(() -> bench.engine.redrive("arn:none"))
        .isInstanceOf(ExecutionDoesNotExist.class);
  }

  @Test
  void mapOfMapsGoesOnInTheInnermostStateThatFailed() {
    var bench = Bench.seed(4).failing("create", "Denied");
    bench.machine(
        "'StartAt':'Outer','States':{'Outer':{'Type':'Map','Items':['a'],'ItemProcessor':{'StartAt':'Pause"
            + " First','States':{'Pause First':{'Type':'Wait','Seconds':5,'Assign':{'own':'{%"
            + " $states.input %}'},'Next':'Inner'},"
            + "'Inner':{'Type':'Map','Items':['b'],'ItemProcessor':{'StartAt':'Create','States':{'Create':{"
            + call("create", "['{% $own %}','{% $states.input %}']")
            + ",'Output':'{% $states.result.Payload %}','End':true}}},'End':true}}},'End':true}}");
    var run = bench.run();
    assertThat(run.failedState()).isEqualTo("Create");
    bench.redrive(run);
    assertThat(run.output()).isEqualTo(json("[[['a','b']]]"));
    assertThat(Bench.count(run, HistoryEventType.WAIT_STATE_ENTERED)).isEqualTo(1);
    assertThat(Bench.count(run, HistoryEventType.MAP_STATE_EXITED)).isEqualTo(2);
  }

  @Test
  void mapThatFailedByTheDataLimitRunsAllItsIterationsAgain() {
    var big = new boolean[] {true};
    var bench =
        Bench.seed(1)
            .function(
                "create",
                payload ->
                    Bench.answer(
                        payload.asInt() == 2 && big[0]
                            ? json("'" + "x".repeat(300_000) + "'")
                            : payload))
            .machine(READERS);
    var run = bench.run();
    assertThat(run.error()).isEqualTo("States.DataLimitExceeded");
    big[0] = false;
    bench.redrive(run);
    assertThat(run.output()).isEqualTo(json("[1,2,3]"));
    assertThat(bench.payloads)
        .extracting(payload -> payload.asInt())
        .containsExactly(1, 2, 1, 2, 3);
  }

  @Test
  void mapWhoseOutputCouldNotBeMadeDoesNotRunItsIterationsAgain() {
    var bench = Bench.seed(1).function("create", Bench::answer);
    bench.machine(
        READERS.replace(
            "'End':true}}},'End':true",
            "'End':true}}},'Output':'{% $states.context.Execution.RedriveCount > 0 ? $states.result"
                + " : $states.input.x %}','End':true"));
    var run = bench.run();
    assertThat(run.error()).isEqualTo("States.QueryEvaluationError");
    bench.redrive(run);
    assertThat(run.output()).isEqualTo(json("[1,2,3]"));
    assertThat(bench.payloads).hasSize(3);
  }

  @Test
  void timeThatRunsOutWithinAMapAbortsItsIterationsAndTheyGoOnLater() {
    var bench =
        Bench.seed(1).function("create", Bench::answer).machine("'TimeoutSeconds':150," + READERS);
    var run = bench.run();
    assertThat(run.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
    assertThat(Bench.types(run))
        .endsWith("MapIterationAborted", "MapStateAborted", "ExecutionTimedOut");
    bench.redrive(run);
    assertThat(run.output()).isEqualTo(json("[1,2,3]"));
    assertThat(bench.payloads).hasSize(3);
  }
}
