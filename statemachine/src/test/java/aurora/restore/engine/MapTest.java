package aurora.restore.engine;

import static aurora.restore.engine.Bench.call;
import static aurora.restore.engine.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aurora.restore.asl.AslException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

class MapTest {
  private static String map(String limits, String task) {
    return "'StartAt':'Readers','States':{'Readers':{'Type':'Map','Items':'{% $states.input.readers"
        + " %}',"
        + limits
        + "'ItemProcessor':{'ProcessorConfig':{'Mode':'INLINE'},'StartAt':'Create','States':{'Create':{"
        + task
        + ",'Output':'{% $states.result.Payload %}','End':true}}},'End':true}}";
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "['r1']", "['r1','r2']", "['r1','r2','r3','r4','r5']"})
  void everyItemIsRunAndTheOutputsComeInTheItemsOrder(String readers) {
    var bench = Bench.seed(5).machine(map("", call("echo", "'{% $states.input %}'")));
    var run = bench.run(json("{'readers':" + readers + "}"));
    assertThat(run.output()).isEqualTo(json(readers));
    assertThat(bench.payloads).hasSameSizeAs(json(readers));
    assertThat(Bench.types(run))
        .containsSubsequence(
            "MapStateEntered", "MapStateStarted", "MapStateSucceeded", "MapStateExited");
    assertThat(Bench.count(run, HistoryEventType.MAP_ITERATION_SUCCEEDED))
        .isEqualTo(json(readers).size());
  }

  @Test
  void itemSelectorAndStatesInsideSeeTheItem() {
    var bench =
        Bench.seed(1)
            .machine(
                map(
                    "'ItemSelector':{'id':'{% $states.context.Map.Item.Value %}','of':'{%"
                        + " $states.input.cluster %}'},",
                    call(
                        "echo", "['{% $states.input %}','{% $states.context.Map.Item.Index %}']")));
    var run = bench.run(json("{'cluster':'c','readers':['a','b']}"));
    assertThat(run.output()).isEqualTo(json("[[{'id':'a','of':'c'},0],[{'id':'b','of':'c'},1]]"));
  }

  @Test
  void noMoreIterationsRunAtOnceThanAllowed() {
    var bench =
        Bench.seed(1)
            .slow("create", Duration.ofMinutes(1))
            .machine(map("'MaxConcurrency':2,", call("create", "1")));
    var run = bench.run(json("{'readers':[1,2,3,4,5]}"));
    assertThat(Duration.between(run.startDate(), run.stopDate())).hasMinutes(3);
    var unlimited =
        Bench.seed(1)
            .slow("create", Duration.ofMinutes(1))
            .machine(map("'MaxConcurrency':0,", call("create", "1")))
            .run(json("{'readers':[1,2,3,4,5]}"));
    assertThat(Duration.between(unlimited.startDate(), unlimited.stopDate())).hasMinutes(1);
  }

  @Test
  void everyEventFollowsTheOneBeforeItInItsOwnBranch() {
    var run =
        Bench.seed(2)
            .machine(map("", call("echo", "'{% $states.input %}'")))
            .run(json("{'readers':[1,2,3]}"));
    var history = run.history();
    for (var event : history) {
      assertThat(event.previousEventId()).isLessThan(event.id());
      if (event.type() == HistoryEventType.MAP_ITERATION_STARTED) {
        assertThat(history.get(event.previousEventId().intValue() - 1).type())
            .isEqualTo(HistoryEventType.MAP_STATE_STARTED);
      }
      if (event.type() == HistoryEventType.TASK_STATE_EXITED) {
        assertThat(history.get(event.previousEventId().intValue() - 1).type())
            .isEqualTo(HistoryEventType.TASK_SUCCEEDED);
      }
    }
  }

  @Test
  void branchesInterleaveInAnOrderDrawnFromTheSeed() {
    var orders =
        IntStream.range(0, 20)
            .mapToObj(
                seed -> {
                  var bench =
                      Bench.seed(seed).machine(map("", call("echo", "'{% $states.input %}'")));
                  bench.run(json("{'readers':[1,2,3]}"));
                  return bench.payloads.toString();
                })
            .distinct();
    assertThat(orders).hasSizeGreaterThan(2);
  }

  @Test
  void firstFailureAbortsTheOtherIterationsAndFailsTheMap() {
    var bench =
        Bench.seed(1)
            .function(
                "create",
                payload -> payload.asInt() == 2 ? Bench.fail("Denied") : Bench.answer(payload));
    bench.machine(
        "'StartAt':'Readers','States':{'Readers':{'Type':'Map','Items':[1,2,3],'ItemProcessor':{"
            + "'StartAt':'Create','States':{'Create':{"
            + call("create", "'{% $states.input %}'")
            + ",'Next':'Pause'},'Pause':{'Type':'Wait','Seconds':60,'End':true}}},'End':true}}");
    var run = bench.run();
    assertThat(run.error()).isEqualTo("Denied");
    assertThat(run.failedState()).isEqualTo("Create");
    assertThat(run.stopDate()).isEqualTo(Bench.START);
    assertThat(Bench.types(run))
        .containsSubsequence("MapIterationFailed", "MapStateFailed", "ExecutionFailed");
    assertThat(Bench.count(run, HistoryEventType.MAP_ITERATION_STARTED))
        .isEqualTo(1 + Bench.count(run, HistoryEventType.MAP_ITERATION_ABORTED));
  }

  @Test
  void iterationsReadOuterVariablesAndKeepTheirOwnToThemselves() {
    var run =
        Bench.seed(1)
            .machine(
                "'StartAt':'Pause','States':{'Pause':{'Type':'Wait','Seconds':0,'Assign':{'outer':10},'Next':'Each'},'Each':{'Type':'Map','Items':[1,2],'ItemProcessor':{'StartAt':'Pause"
                    + " In','States':{'Pause In':{'Type':'Wait','Seconds':0,'Assign':{'own':'{%"
                    + " $outer + $states.input"
                    + " %}'},'Next':'Out'},'Out':{'Type':'Succeed','Output':'{% $own"
                    + " %}'}}},'End':true}}")
            .run();
    assertThat(run.output()).isEqualTo(json("[11,12]"));
  }

  @Test
  void iterationMayNotAssignAVariableOfTheStatesAround() {
    var bench = Bench.seed(1);
    assertThatThrownBy(
            () ->
                bench.machine(
                    "'StartAt':'Pause','States':{'Pause':{'Type':'Wait','Seconds':0,'Assign':{'v':10},'Next':'Each'},'Each':{'Type':'Map','Items':[1],'ItemProcessor':{'StartAt':'Pause"
                        + " In','States':{'Pause"
                        + " In':{'Type':'Wait','Seconds':0,'Assign':{'v':1},'End':true}}},'End':true}}"))
        .isInstanceOf(AslException.class)
        .hasMessageContaining("$v");
  }

  @Test
  void itemsThatAreNoArrayFailTheMap() {
    var run = Bench.seed(1).machine(map("", call("echo", "1"))).run(json("{'readers':'r1'}"));
    assertThat(run.error()).isEqualTo("States.QueryEvaluationError");
    assertThat(run.failedState()).isEqualTo("Readers");
  }
}
