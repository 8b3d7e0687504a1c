package aurora.restore.asl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinterTest {
  @Test
  void soundMachineHasNoFindings() {
    assertThat(Linter.lint(TestMachine.sound())).isEmpty();
  }

  /** Replaces one text of the sound machine, and expects exactly that to be found. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'StartAt': 'Look' | 'StartAt': 'Lock' | ERROR | StartAt | did you mean Look?",
        "'Default': 'Pause Between' | 'Default': 'Done','Output': 1 | ERROR | States.Pause Between"
            + " | no state leads here",
        "'Next': 'Ready?' | 'Next': 'Redy?' | ERROR | States.Look | did you mean Ready?",
        "'Next': 'Refused'} | 'Next': 'Denied'} | ERROR | States.Look | Denied",
        "'Next': 'Inside Done' | 'Next': 'Pause Inside' | ERROR |"
            + " States.Each.ItemProcessor.States.Pause Inside | no way leads",
        "'TimeoutSeconds': 30, | ~~ | WARNING | States.Look | TimeoutSeconds",
        "'TimeoutSeconds': 100, | ~~ | WARNING | TimeoutSeconds | missing",
        "'Comment': 'Shows all that a machine may have.', | ~~ | WARNING | Comment | missing",
        "'Comment': 'Looks once.', | ~~ | WARNING | States.Look | Comment is missing",
        "'Comment': 'Gives it time.', | ~~ | WARNING | States.Pause Between | Comment is missing",
        "'Next': 'Ready?' | 'Next': 'Ready?','End': true | ERROR | States.Look | both Next and End",
        "['Busy'] | ['Busy','States.ALL'] | ERROR | States.Look.Retry[0] | States.ALL",
        "'MaxDelaySeconds': 60, | ~~ | WARNING | States.Look.Retry[0] | MaxDelaySeconds",
        "'MaxDelaySeconds': 60, | 'MaxDelaySeconds': 60,'BackoffRate':0.5, | ERROR |"
            + " States.Look.Retry[0] | BackoffRate",
        ", 'JitterStrategy': 'FULL' | ~~ | WARNING | States.Look.Retry[0] | JitterStrategy",
        "Pause Inside | Wait Inside | WARNING | States.Each.ItemProcessor.States.Wait Inside |"
            + " Pause",
        "Ready? | Ready | WARNING | States.Ready | question",
        "Inside Done | Done | ERROR | States.Each.ItemProcessor.States.Done | unique",
        "'Type': 'Succeed', 'Comment': 'It | 'Comment': 'No.', 'Type': 'Succeed', 'Output': 'It |"
            + " WARNING | States.Refused | in the order",
        "{% $ids %} | {% $ids[ %} | ERROR | States.Each.Items | no valid JSONata",
        "{% $ids %} | {% $apend($ids) %} | ERROR | States.Each.Items | did you mean append?",
        "{% $ids %} | {% $eval($ids) %} | ERROR | States.Each.Items | $eval",
        "{% $ids %} | {% $idz %} | ERROR | States.Each.Items | $idz",
        "{% $ids %} | {% $own %} | ERROR | States.Each.Items | $own",
        "{% $ids %} | {% $states.result %} | ERROR | States.Each.Items | $states.result",
        "{% $ids %} | {% $states.errorOutput %} | ERROR | States.Each.Items | $states.errorOutput",
        "{% $ids %} | {% $states.inputs %} | ERROR | States.Each.Items | $states.inputs",
        "'Output': '{% $own %}' | 'Output': 'the {% $own %}' | ERROR |"
            + " States.Each.ItemProcessor.States.Inside Done.Output | begin with",
        "'own': | 'status': | ERROR | States.Each.ItemProcessor.States.Pause Inside | $status",
        "${Look} | arn:aws:lambda:us-east-1:x:function:f | WARNING |"
            + " States.Look.Arguments.FunctionName | ARN",
        "${Look} | f-123456789012 | WARNING | States.Look.Arguments.FunctionName | account id",
        "arn:aws:states:::lambda:invoke | {% $status %} | ERROR | States.Look.Resource | no"
            + " JSONata",
        "'MaxDelaySeconds': 60 | 'MaxDelaySeconds': '{% 60 %}' | ERROR |"
            + " States.Look.Retry[0].MaxDelaySeconds | literal",
      })
  void eachFaultIsFoundWhereItIs(
      String sound, String faulty, Severity severity, String path, String message) {
    var before = sound.replace('\'', '"');
    assertThat(TestMachine.sound()).contains(before);
    var after = faulty.replace('\'', '"');
    assertThat(Linter.lint(TestMachine.sound().replace(before, after)))
        .anySatisfy(
            finding -> {
              assertThat(finding.severity()).isEqualTo(severity);
              assertThat(finding.path()).isEqualTo(path);
              assertThat(finding.message()).contains(message);
            });
  }

  @Test
  void choiceWithoutDefaultAndNamesThatAreTooLongAreFound() {
    var name = "x".repeat(81);
    var findings =
        Linter.lint(
            TestMachine.of(
                "'StartAt':'A?','States':{'A?':{'Type':'Choice','Choices':"
                    + "[{'Next':'"
                    + name
                    + "','Condition':true}]},'"
                    + name
                    + "':{'Type':'Succeed'}}"));
    assertThat(findings)
        .extracting(LintFinding::message)
        .anyMatch(message -> message.startsWith("Default is missing"))
        .anyMatch(message -> message.contains("longer than 80"))
        .anyMatch(message -> message.contains("[Next, Condition]"));
  }

  @Test
  void stateWithoutNextOrEndIsFound() {
    var findings =
        Linter.lint(TestMachine.of("'StartAt':'A','States':{'A':{'Type':'Wait','Seconds':1}}"));
    assertThat(findings)
        .anySatisfy(finding -> assertThat(finding.message()).startsWith("neither Next nor End"));
  }

  @Test
  void namesThatAnExpressionBindsItselfAreItsOwn() {
    var expression =
        Expression.of(
            "{% ($total := 1; $map($list, function($v, $i) { $v + $total & '$no' & \"$nor\" })) /*"
                + " $none */ %}");
    assertThat(expression.variables()).containsExactly("list");
    assertThat(expression.functions()).containsExactly("map");
    assertThat(Expression.of("{% $states %}").statesFields()).containsExactly("");
    assertThat(Expression.of("{% $statesman.x & $states.input %}").statesFields())
        .containsExactly("input");
  }

  @Test
  void definitionThatCannotBeReadIsASingleFinding() {
    assertThat(Linter.lint("{"))
        .singleElement()
        .extracting(LintFinding::severity)
        .isEqualTo(Severity.ERROR);
  }
}
