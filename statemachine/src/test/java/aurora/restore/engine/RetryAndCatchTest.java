package aurora.restore.engine;

import static aurora.restore.engine.Bench.call;
import static aurora.restore.engine.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

class RetryAndCatchTest {
  private static Bench bench(String retryAndCatch, String... errors) {
    return Bench.seed(3)
        .failing("flaky", errors)
        .machine(
            "'StartAt':'Look','States':{'Look':{"
                + call("flaky", "'{% $states.context.State.RetryCount %}'")
                + ",'Output':'{% $states.result.Payload %}',"
                + retryAndCatch
                + ",'End':true},'Rescued':{'Type':'Succeed'}}");
  }

  private static final String TO_RESCUED = "'Catch':[{'ErrorEquals':['Nothing'],'Next':'Rescued'}]";

  private static List<Long> seconds(Bench bench) {
    return bench.calls.stream()
        .map(call -> Duration.between(Bench.START, call).toSeconds())
        .toList();
  }

  @Test
  void waitsGrowByTheBackoffRateUpToTheLongestDelay() {
    var bench =
        bench(
            "'Retry':[{'ErrorEquals':['Busy'],'IntervalSeconds':10,'MaxAttempts':4,'BackoffRate':3,"
                + "'MaxDelaySeconds':60}],"
                + TO_RESCUED,
            "Busy",
            "Busy",
            "Busy",
            "Busy");
    var run = bench.run();
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(seconds(bench)).containsExactly(0L, 10L, 40L, 100L, 160L);
    assertThat(bench.payloads.stream().map(p -> p.asInt()))
        .as("the context object counts the retries")
        .containsExactlyElementsOf(IntStream.range(0, 5).boxed().toList());
  }

  @Test
  void whatARetrierLeavesOutHasTheServicesDefaults() {
    var bench =
        bench("'Retry':[{'ErrorEquals':['Busy']}]," + TO_RESCUED, "Busy", "Busy", "Busy", "Busy");
    var run = bench.run();
    assertThat(run.error()).isEqualTo("Busy");
    assertThat(seconds(bench)).containsExactly(0L, 1L, 3L, 7L);
  }

  @Test
  void everyRetrierCountsForItself() {
    var bench =
        bench(
            "'Retry':[{'ErrorEquals':['A'],'MaxAttempts':1},{'ErrorEquals':['B'],'MaxAttempts':1}],"
                + TO_RESCUED,
            "A",
            "B",
            "A");
    assertThat(bench.run().error()).isEqualTo("A");
    assertThat(bench.calls).hasSize(3);
  }

  @Test
  void noAttemptsMeansNoRetryEvenIfALaterRetrierWould() {
    var bench =
        bench(
            "'Retry':[{'ErrorEquals':['A'],'MaxAttempts':0},{'ErrorEquals':['States.ALL']}],"
                + TO_RESCUED,
            "A");
    assertThat(bench.run().error()).isEqualTo("A");
    assertThat(bench.calls).hasSize(1);
  }

  @Test
  void fullJitterDrawsEachWaitFromNothingToItsLength() {
    var draws =
        IntStream.range(0, 40)
            .mapToObj(
                seed -> {
                  var bench =
                      Bench.seed(seed)
                          .failing("flaky", "Busy")
                          .machine(
                              "'StartAt':'A','States':{'A':{"
                                  + call("flaky", "1")
                                  + ",'Retry':[{'ErrorEquals':['States.ALL'],'IntervalSeconds':100,"
                                  + "'JitterStrategy':'FULL'}],'End':true}}");
                  bench.run();
                  return bench.calls.getLast();
                })
            .toList();
    assertThat(draws)
        .allSatisfy(
            retry -> assertThat(retry).isBetween(Bench.START, Bench.START.plusSeconds(100)));
    assertThat(draws.stream().distinct()).hasSizeGreaterThan(30);
    Instant half = Bench.START.plusSeconds(50);
    assertThat(draws)
        .anyMatch(retry -> retry.isBefore(half))
        .anyMatch(retry -> retry.isAfter(half));
  }

  @Test
  void taskFailedStandsForEverythingButTimeouts() {
    assertThat(Retries.matches(List.of("States.TaskFailed"), "Whatever")).isTrue();
    assertThat(Retries.matches(List.of("States.TaskFailed"), "States.Timeout")).isFalse();
    assertThat(Retries.matches(List.of("States.Timeout"), "States.Timeout")).isTrue();
    assertThat(Retries.matches(List.of("States.ALL"), "States.Timeout")).isTrue();
    assertThat(Retries.matches(List.of("States.ALL"), "States.Runtime")).isFalse();
    assertThat(Retries.matches(List.of("States.ALL"), "States.DataLimitExceeded")).isFalse();
    assertThat(Retries.matches(List.of("com.example.Base"), "com.example.Derived")).isFalse();
  }

  @Test
  void caughtErrorIsHandedOnAndTheWayGoesToTheCatchersNext() {
    var run = bench("'Catch':[{'ErrorEquals':['States.ALL'],'Next':'Rescued'}]", "Denied").run();
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(run.output()).isEqualTo(json("{'Error':'Denied','Cause':'because of Denied'}"));
    assertThat(Bench.types(run))
        .containsSubsequence("TaskFailed", "TaskStateExited", "SucceedStateEntered");
  }

  @Test
  void catcherMayShapeTheErrorAndKeepTheInput() {
    var run =
        Bench.seed(1)
            .failing("flaky", "Denied")
            .machine(
                "'StartAt':'A','States':{'A':{"
                    + call("flaky", "1")
                    + ",'Catch':[{'ErrorEquals':['Denied'],'Assign':{'warning':'{%"
                    + " $states.errorOutput.Error %}'},'Output':'{% $states.input"
                    + " %}','Next':'B'}],'End':true},'B':{'Type':'Succeed','Output':{'w':'{%"
                    + " $warning %}','in':'{% $states.input %}'}}}")
            .run(json("{'k':1}"));
    assertThat(run.output()).isEqualTo(json("{'w':'Denied','in':{'k':1}}"));
  }

  @Test
  void expressionThatFailsInATaskCanBeCaughtToo() {
    var run =
        Bench.seed(1)
            .machine(
                "'StartAt':'A','States':{'A':{"
                    + call("echo", "'{% $states.input.missing %}'")
                    + ",'Catch':[{'ErrorEquals':['States.QueryEvaluationError'],'Next':'B'}],"
                    + "'End':true},'B':{'Type':'Succeed'}}")
            .run();
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(Bench.types(run)).containsSubsequence("EvaluationFailed", "TaskStateExited");
  }

  @Test
  void whatGoesWrongInACatcherIsNotCaughtAgain() {
    var run =
        bench(
                "'Catch':[{'ErrorEquals':['States.ALL'],'Output':'{% $states.input.missing"
                    + " %}','Next':'Rescued'}]",
                "Denied")
            .run();
    assertThat(run.error()).isEqualTo("States.QueryEvaluationError");
  }
}
