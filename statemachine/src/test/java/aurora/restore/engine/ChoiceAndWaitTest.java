package aurora.restore.engine;

import static aurora.restore.engine.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChoiceAndWaitTest {
  @Test
  void firstRuleThatHoldsWinsAndItsAssignReplacesTheStates() {
    var bench =
        Bench.seed(1)
            .machine(
                "'StartAt':'Big?','States':{'Big?':{'Type':'Choice','Choices':[{'Condition':'{%"
                    + " $states.input.n > 5"
                    + " %}','Assign':{'a':'rule'},'Next':'End'},{'Condition':'{% $states.input.n >"
                    + " 3 %}','Next':'End'}],'Assign':{'a':'state','b':'state'},'Default':'End'},"
                    + "'End':{'Type':'Succeed','Output':{'a':'{% $a %}','b':'{% $exists($b) ? $b :"
                    + " null %}'}}}");
    var byRule = bench.finish(bench.start("one", json("{'n':6}")));
    assertThat(byRule.output()).isEqualTo(json("{'a':'rule','b':null}"));
    var byState = bench.finish(bench.start("two", json("{'n':4}")));
    assertThat(byState.output()).isEqualTo(json("{'a':'state','b':'state'}"));
  }

  @ParameterizedTest
  @CsvSource({
    "'{% 1 %}',States.QueryEvaluationError",
    "'{% $states.input.missing %}',States.QueryEvaluationError",
    "false,States.NoChoiceMatched"
  })
  void choiceThatCannotBeMadeEndsTheExecution(String condition, String error) {
    var quoted = condition.startsWith("{") ? "'" + condition + "'" : condition;
    var run =
        Bench.seed(1)
            .machine(
                "'StartAt':'A?','States':{'A?':{'Type':'Choice','Choices':[{'Condition':"
                    + quoted
                    + ",'Next':'End'}]},'End':{'Type':'Succeed'}}")
            .run();
    assertThat(run.error()).isEqualTo(error);
    assertThat(run.failedState()).isEqualTo("A?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'Seconds':90", "'Seconds':'{% $states.input.pause %}'"})
  void pauseLastsAsLongAsItSays(String how) {
    var run =
        Bench.seed(1)
            .machine("'StartAt':'Pause','States':{'Pause':{'Type':'Wait'," + how + ",'End':true}}")
            .run(json("{'pause':90}"));
    assertThat(Duration.between(run.startDate(), run.stopDate())).hasSeconds(90);
    assertThat(Bench.types(run))
        .containsExactly(
            "ExecutionStarted", "WaitStateEntered", "WaitStateExited", "ExecutionSucceeded");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.5", "'x'", "100000000"})
  void pauseOfNoWholeNumberOfSecondsFails(String seconds) {
    var run =
        Bench.seed(1)
            .machine(
                "'StartAt':'Pause','States':{'Pause':{'Type':'Wait','Seconds':'{% $states.input.s"
                    + " %}','End':true}}")
            .run(json("{'s':" + seconds + "}"));
    assertThat(run.error()).isEqualTo("States.QueryEvaluationError");
  }
}
