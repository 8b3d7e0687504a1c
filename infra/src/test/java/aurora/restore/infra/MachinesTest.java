package aurora.restore.infra;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.infra.Synthesized.Resource;
import aurora.restore.machine.HandlerFunction;
import aurora.restore.machine.Machine;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MachinesTest {
  private static final String MACHINE = "AWS::StepFunctions::StateMachine";

  private static Resource machine(Synthesized stack) {
    return stack.resource(MACHINE, "RestoreMachine");
  }

  private static Set<String> placeholders(String definition) {
    return Pattern.compile("\\$\\{([^}]*)}")
        .matcher(definition)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void whatIsDeployedIsTheDefinitionThatTheRehearsalRuns() {
    assertThat(Synthesized.both())
        .allSatisfy(
            stack ->
                assertThat(machine(stack).properties().path("DefinitionString").asText())
                    .isEqualTo(Machine.RESTORE.definition()));
  }

  @Test
  void theDefinitionTheFunctionsAndTheSubstitutionsAgree() {
    var functions =
        Arrays.stream(HandlerFunction.values()).map(HandlerFunction::placeholder).sorted().toList();
    var substitutions =
        machine(Synthesized.awsOwned()).properties().path("DefinitionSubstitutions").properties();

    assertThat(placeholders(Machine.RESTORE.definition()))
        .containsExactlyInAnyOrderElementsOf(functions);
    assertThat(substitutions)
        .extracting(Map.Entry::getKey)
        .as("in order, so that the same sources give the same template")
        .containsExactlyElementsOf(functions);
  }

  @Test
  void everyPlaceholderStandsForTheFunctionOfItsHandler() {
    var stack = Synthesized.awsOwned();
    var functionOfHandler = new HashMap<String, String>();
    stack
        .resources("AWS::Lambda::Function")
        .forEach(
            function ->
                functionOfHandler.put(
                    function.properties().path("Handler").asText(), function.id()));

    var substitutions = machine(stack).properties().path("DefinitionSubstitutions");
    assertThat(HandlerFunction.values())
        .allSatisfy(
            function ->
                assertThat(Synthesized.texts(substitutions.at(attribute(function))))
                    .containsExactly(functionOfHandler.get(function.handler().getName()), "Arn"));
  }

  private static String attribute(HandlerFunction function) {
    return "/" + function.placeholder() + "/Fn::GetAtt";
  }

  @Test
  void everyFunctionGivesUpBeforeItsTaskDoes() throws Exception {
    var slowest =
        Synthesized.awsOwned().resources("AWS::Lambda::Function").stream()
            .mapToInt(function -> function.properties().path("Timeout").asInt())
            .max()
            .orElseThrow();

    var tasks =
        Synthesized.JSON.readTree(Machine.RESTORE.definition()).findParents("Resource").stream()
            .toList();
    assertThat(tasks).isNotEmpty();
    assertThat(tasks)
        .allSatisfy(task -> assertThat(task.path("TimeoutSeconds").asInt()).isGreaterThan(slowest));
    assertThat(tasks)
        .as("what the configuration may ask for")
        .allSatisfy(task -> assertThat(task.path("TimeoutSeconds").asInt()).isGreaterThan(110));
  }

  @Test
  void itIsAStandardOneThatIsTracedAndLogged() {
    var stack = Synthesized.customerManaged();
    var properties = machine(stack).properties();

    assertThat(properties.path("StateMachineType").asText()).isEqualTo("STANDARD");
    assertThat(properties.path("StateMachineName").asText()).isEqualTo("orders-dr-restore");
    assertThat(properties.at("/TracingConfiguration/Enabled").asBoolean()).isTrue();
    assertThat(properties.at("/LoggingConfiguration/Level").asText()).isEqualTo("ALL");
    var group = stack.resource("AWS::Logs::LogGroup", "RestoreMachineLogs");
    assertThat(properties.at("/LoggingConfiguration/Destinations").toString())
        .contains('"' + group.id() + '"');
    assertThat(group.properties().path("LogGroupName").asText())
        .isEqualTo("/aws/vendedlogs/states/orders-dr-restore");
    assertThat(group.properties().path("RetentionInDays").asInt()).isEqualTo(30);
  }

  @Test
  void itMayInvokeItsFunctionsAndDeliverItsLogsAndTraces() {
    var stack = Synthesized.awsOwned();

    var statements = stack.statementsOf("RestoreMachineRole");
    assertThat(statements)
        .flatExtracting(Synthesized.Statement::actions)
        .allMatch(
            action ->
                action.equals("lambda:InvokeFunction")
                    || action.startsWith("logs:")
                    || action.startsWith("xray:"));
    assertThat(statements)
        .filteredOn(statement -> statement.actions().contains("lambda:InvokeFunction"))
        .singleElement()
        .satisfies(
            invoke ->
                assertThat(invoke.resources())
                    .containsExactlyInAnyOrderElementsOf(arnsOfAll(stack)));
  }

  private static List<String> arnsOfAll(Synthesized stack) {
    return stack.resources("AWS::Lambda::Function").stream()
        .map(function -> "{\"Fn::GetAtt\":[\"" + function.id() + "\",\"Arn\"]}")
        .toList();
  }

  @Test
  void anOperatorIsToldWhatToStartAndWhereToLook() {
    var outputs = Synthesized.awsOwned().template().path("Outputs");

    assertThat(outputs.properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder(
            "StateMachineArn",
            "StateTableName",
            "AuditTableName",
            "TopicArn",
            "StartExecutionCommand");
    assertThat(outputs.at("/StartExecutionCommand/Value").toString())
        .contains("aws stepfunctions start-execution --region ")
        .contains(machine(Synthesized.awsOwned()).id());
  }
}
