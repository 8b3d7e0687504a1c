package aurora.restore.asl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AslReaderTest {
  private static StateMachine read(String fields) {
    return AslReader.read(TestMachine.of(fields));
  }

  private static final String DONE = "'Done':{'Type':'Succeed'}";
  private static final String COPY =
      "'Copy':{'Type':'Task','Resource':'r','Retry':[{'ErrorEquals':['E'],%s}],'End':true}";

  @Test
  void everyStateTypeIsReadInTheOrderOfTheSource() {
    var machine =
        read(
            "'StartAt':'Z','TimeoutSeconds':9,'States':{"
                + "'Z':{'Type':'Task','Resource':'r','Next':'A'},"
                + "'A':{'Type':'Choice','Choices':[{'Condition':true,'Next':'M'}],'Default':'F'},"
                + "'M':{'Type':'Map','ItemProcessor':{'StartAt':'W','States':{"
                + "'W':{'Type':'Wait','Seconds':1,'End':true}}},'Next':'S'},"
                + "'S':{'Type':'Succeed'},'F':{'Type':'Succeed'}}");
    assertThat(machine.states().keySet()).containsExactly("Z", "A", "M", "S", "F");
    assertThat(machine.timeoutSeconds()).isEqualTo(9);
    assertThat(machine.states().get("M")).isInstanceOf(State.MapState.class);
  }

  @Test
  void retrierGetsTheServicesDefaults() {
    var machine =
        read(
            "'StartAt':'Copy','States':{'Copy':{'Type':'Task','Resource':'r',"
                + "'Retry':[{'ErrorEquals':['E']}],'End':true}}");
    assertThat(((State.Task) machine.states().get("Copy")).retry())
        .containsExactly(new Retrier(List.of("E"), 1, 3, 2.0, null, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'MaxDelaySecond':5 | States.Copy.Retry[0].MaxDelaySecond | MaxDelaySeconds",
        "'MaxDelaySeconds':'5' | States.Copy.Retry[0].MaxDelaySeconds | whole number",
        "'MaxAttempts':-1 | States.Copy.Retry[0].MaxAttempts | whole number",
        "'MaxAttempts':'{% 1 %}' | States.Copy.Retry[0].MaxAttempts | literal",
        "'BackoffRate':'fast' | States.Copy.Retry[0].BackoffRate | number",
        "'JitterStrategy':'HALF' | States.Copy.Retry[0].JitterStrategy | FULL or NONE",
      })
  void whatIsWrongInARetrierIsNamedWithItsPlace(String field, String path, String problem) {
    assertThatThrownBy(() -> read("'StartAt':'Copy','States':{" + COPY.replace("%s", field) + "}"))
        .isInstanceOfSatisfying(
            AslException.class,
            e -> {
              assertThat(e.path()).isEqualTo(path);
              assertThat(e.problem()).contains(problem);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'StartAt':'Done' | States | missing",
        "'States':{'Done':{'Type':'Succeed'}} | StartAt | missing",
        "'StartsAt':'Done','States':{} | StartsAt | StartAt",
        "'StartAt':'Done','States':{} | States | empty",
        "'StartAt':'A','States':{'A':{'Type':'Pass','End':true}} | States.A.Type | Pass",
        "'StartAt':'A','States':{'A':{'Type':'Parallel','End':true}} | States.A.Type | Parallel",
        "'StartAt':'A','States':{'A':{}} | States.A.Type | missing",
        "'StartAt':'A','States':{'A':{'Type':'Task','End':true}} | States.A.Resource | missing",
        "'StartAt':'A','States':{'A':{'Type':'Task','Resource':'r','End':'yes'}} | States.A.End |"
            + " true or false",
        "'StartAt':'A','States':{'A':{'Type':'Wait','End':true}} | States.A.Seconds | is missing",
        "'StartAt':'A','States':{'A':{'Type':'Choice','Choices':[]}} | States.A.Choices | empty",
        "'StartAt':'A','States':{'A':{'Type':'Choice','Choices':[{'Condition':'x','Next':'A'}]}} |"
            + " States.A.Choices[0].Condition | expression",
        "'StartAt':'A','States':{'A':{'Type':'Succeed','Outputs':1}} | States.A.Outputs | Output",
        "'StartAt':'A','States':{'A':{'Type':'Map','ItemProcessor':{'ProcessorConfig':{'Mode':'DISTRIBUTED'},'StartAt':'B','States':{'B':{'Type':'Succeed'}}},'End':true}}"
            + " | States.A.ItemProcessor.ProcessorConfig.Mode | INLINE",
        "'StartAt':'A','States':{'A':{'Type':'Succeed'},'A':{'Type':'Succeed'}} | ~~ | Duplicate",
      })
  void whatIsWrongIsNamedWithItsPlace(String fields, String path, String problem) {
    assertThatThrownBy(() -> read(fields))
        .isInstanceOfSatisfying(
            AslException.class,
            e -> {
              assertThat(e.path()).isEqualTo(path);
              assertThat(e.problem()).contains(problem);
            });
  }

  @Test
  void otherQueryLanguagesAreRefused() {
    var definition = TestMachine.of("'StartAt':'Done','States':{" + DONE + "}");
    assertThatThrownBy(() -> AslReader.read(definition.replace("JSONata", "JSONPath")))
        .hasMessageContaining("JSONPath");
    assertThatThrownBy(() -> AslReader.read(definition.replace("QueryLanguage", "Comment")))
        .hasMessageContaining("QueryLanguage");
  }

  @Test
  void placeholdersAreListedAndFilledInWithTheirQuotesEscaped() {
    assertThat(Placeholders.names("{'a':'${One}','b':'x${Two}${One}'}"))
        .containsExactly("One", "Two");
    assertThat(Placeholders.substitute("\"${One}\"", Map.of("One", "a\"b$1\\")))
        .isEqualTo("\"a\\\"b$1\\\\\"");
  }

  @Test
  void placeholderWithoutValueAndValueWithoutPlaceholderAreBothNamed() {
    assertThatThrownBy(() -> Placeholders.substitute("${One}", Map.of("Two", "2")))
        .isInstanceOf(AslException.class)
        .hasMessageContaining("[One]")
        .hasMessageContaining("[Two]");
  }
}
