package aurora.restore.engine;

import static aurora.restore.engine.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aurora.restore.asl.AslException;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

class ExpressionsTest {
  private static Execution output(String output, JsonNode input) {
    return Bench.seed(1)
        .machine("'StartAt':'End','States':{'End':{'Type':'Succeed','Output':" + output + "}}")
        .run(input);
  }

  /** As a string of a test machine, in which single quotes stand for double ones. */
  private static String quoted(String expression) {
    return "'{% " + expression.replace("'", "\\u0027") + " %}'";
  }

  private static JsonNode value(String expression, String input) {
    var run = output(quoted(expression), json(input));
    assertThat(run.status()).as(run.cause()).isEqualTo(ExecutionStatus.SUCCEEDED);
    return run.output();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "$states.input.a + 1 | {'a':1} | 2",
        "$states.input.a / 2 | {'a':5} | 2.5",
        "$states.input.a * 2.0 | {'a':5} | 10",
        "$states.input.list | {'list':[]} | []",
        "$states.input.list | {'list':['r1']} | ['r1']",
        "$states.input.list | {'list':['r1','r2']} | ['r1','r2']",
        "$states.input.list.name | {'list':[{'name':'r1'}]} | 'r1'",
        "[$states.input.list.name] | {'list':[{'name':'r1'}]} | ['r1']",
        "$states.input.n | {'n':null} | null",
        "{'n': $states.input.n} | {'n':null} | {'n':null}",
        "$exists($states.input.x) ? 1 : 2 | {} | 2",
        "($x := 2; $x * $x) | {} | 4",
      })
  void evaluatesAsStepFunctionsDoes(String expression, String input, String expected) {
    assertThat(value(expression, input)).isEqualTo(json(expected));
  }

  @Test
  void expressionsWithinObjectsAndArraysAreEvaluatedAndAllElseIsLeftAlone() {
    var run = output("{'a':['{% 1 + 1 %}','plain',true,null,{'b':'{% 3 %}'}]}", json("{}"));
    assertThat(run.output()).isEqualTo(json("{'a':[2,'plain',true,null,{'b':3}]}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$states.input.missing",
        "1 < 'a'",
        "1 / 0",
        "function($x) { $x }",
      })
  void whatCannotBeEvaluatedFailsTheStateAndNamesTheField(String expression) {
    var run = output("{'k':" + quoted(expression) + "}", json("{}"));
    assertThat(run.error()).isEqualTo("States.QueryEvaluationError");
    assertThat(run.cause()).contains("Output/k");
    var failed = run.history().get(2).evaluationFailedEventDetails();
    assertThat(failed.location()).isEqualTo("Output/k");
    assertThat(failed.state()).isEqualTo("End");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "$nonsense(1)|$nonsense",
        "$eval('1')|$eval",
        "$now()|$now",
        "$uuid()|$uuid",
        "$nobody|$nobody"
      })
  void unknownFunctionsAndVariablesAreRefusedByNameAtDeployment(String expression, String name) {
    assertThatThrownBy(() -> output(quoted(expression), json("{}")))
        .isInstanceOf(AslException.class)
        .hasMessageContaining(name);
  }

  @Test
  void variableThatHasNotBeenAssignedOnThisWayIsNamed() {
    var run =
        Bench.seed(1)
            .machine(
                "'StartAt':'A?','States':{'A?':{'Type':'Choice','Choices':["
                    + "{'Condition':false,'Assign':{'v':1},'Next':'B'}],'Default':'B'},"
                    + "'B':{'Type':'Succeed','Output':'{% $v %}'}}")
            .run();
    assertThat(run.error()).isEqualTo("States.QueryEvaluationError");
    assertThat(run.cause()).contains("$v");
  }

  @Test
  void expressionThatNeverEndsFails() {
    var run = output("'{% ($f := function($x) { 1 + $f($x) }; $f(1)) %}'", json("{}"));
    assertThat(run.error()).isEqualTo("States.QueryEvaluationError");
  }

  @Test
  void assignAndOutputSeeTheVariablesAsTheyWereOnEntry() {
    var run =
        Bench.seed(1)
            .machine(
                "'StartAt':'Pause 1','States':{'Pause"
                    + " 1':{'Type':'Wait','Seconds':0,'Assign':{'v':1},'Next':'Pause 2'},'Pause"
                    + " 2':{'Type':'Wait','Seconds':0,'Assign':{'v':'{% $v + 1 %}','w':'{% $v"
                    + " %}'},'Output':'{% $v"
                    + " %}','Next':'End'},'End':{'Type':'Succeed','Output':['{% $states.input"
                    + " %}','{% $v %}','{% $w %}']}}")
            .run();
    assertThat(run.output()).isEqualTo(json("[1,2,1]"));
  }

  @Test
  void contextObjectTellsWhoRunsWhatSinceWhen() {
    var run = output("'{% $states.context %}'", json("{'a':1}"));
    assertThat(run.output())
        .isEqualTo(
            json(
                "{'Execution':{'Id':'arn:aws:states:us-east-1:123456789012:execution:m:x',"
                    + "'Input':{'a':1},'Name':'x','StartTime':'2026-11-23T06:00:00.000Z','RedriveCount':0},"
                    + "'State':{'Name':'End','EnteredTime':'2026-11-23T06:00:00.000Z','RetryCount':0},"
                    + "'StateMachine':{'Id':'arn:aws:states:us-east-1:123456789012:stateMachine:m','Name':'m'}}"));
  }
}
