package aurora.restore.infra;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.asl.Placeholders;
import aurora.restore.infra.Synthesized.Resource;
import aurora.restore.machine.HandlerFunction;
import aurora.restore.machine.Machine;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MachinesTest {
  private static final String MACHINE = "AWS::StepFunctions::StateMachine";

  private static Resource machine(Synthesized stack, Machine machine) {
    return stack.resource(MACHINE, machine.placeholder() + "Machine");
  }

  private static Stream<HandlerFunction> functionsOf(Machine machine) {
    var names = Placeholders.names(machine.definition());
    return Arrays.stream(HandlerFunction.values()).filter(f -> names.contains(f.placeholder()));
  }

  private static Stream<Machine> machinesOf(Machine machine) {
    var names = Placeholders.names(machine.definition());
    return Arrays.stream(Machine.values()).filter(m -> names.contains(m.placeholder()));
  }

  /** As the template refers to it. */
  private static String functionArn(Synthesized stack, HandlerFunction function) {
    var deployed =
        stack.resources("AWS::Lambda::Function").stream()
            .filter(
                resource ->
                    resource
                        .properties()
                        .path("Handler")
                        .asText()
                        .equals(function.handler().getName()))
            .toList();
    assertThat(deployed).hasSize(1);
    return "{\"Fn::GetAtt\":[\"" + deployed.getFirst().id() + "\",\"Arn\"]}";
  }

  @Test
  void everyMachineIsDeployedAndNothingElseIs() {
    assertThat(Synthesized.both())
        .allSatisfy(stack -> assertThat(stack.resources(MACHINE)).hasSize(Machine.values().length));
  }

  @Test
  void everyPlaceholderIsAFunctionOrAMachine() {
    for (var machine : Machine.values()) {
      var known =
          Stream.concat(
                  functionsOf(machine).map(HandlerFunction::placeholder),
                  machinesOf(machine).map(Machine::placeholder))
              .toList();
      assertThat(known)
          .as(machine.id())
          .containsExactlyInAnyOrderElementsOf(Placeholders.names(machine.definition()));
    }
  }

  @ParameterizedTest
  @EnumSource(Machine.class)
  void whatIsDeployedIsTheDefinitionThatTheRehearsalRuns(Machine machine) {
    assertThat(Synthesized.both())
        .allSatisfy(
            stack ->
                assertThat(machine(stack, machine).properties().path("DefinitionString").asText())
                    .isEqualTo(machine.definition()));
  }

  @ParameterizedTest
  @EnumSource(Machine.class)
  void itsSubstitutionsAreItsPlaceholdersInOrder(Machine machine) {
    assertThat(
            machine(Synthesized.awsOwned(), machine)
                .properties()
                .path("DefinitionSubstitutions")
                .properties())
        .extracting(Map.Entry::getKey)
        .as("in order, so that the same sources give the same template")
        .containsExactlyElementsOf(Placeholders.names(machine.definition()));
  }

  @ParameterizedTest
  @EnumSource(Machine.class)
  void everyPlaceholderStandsForTheFunctionOfItsHandler(Machine machine) {
    var stack = Synthesized.awsOwned();
    var substitutions = machine(stack, machine).properties().path("DefinitionSubstitutions");

    assertThat(functionsOf(machine))
        .isNotEmpty()
        .allSatisfy(
            function ->
                assertThat(substitutions.path(function.placeholder()).toString())
                    .isEqualTo(functionArn(stack, function)));
    assertThat(machinesOf(machine))
        .allSatisfy(
            started ->
                assertThat(substitutions.path(started.placeholder()).toString())
                    .contains(":stateMachine:aurora-restore-" + started.id() + "\""));
  }

  /** Of the function that a placeholder stands for. */
  private static int timeoutSeconds(String placeholder) {
    return Synthesized.awsOwned()
        .resource("AWS::Lambda::Function", placeholder.replaceAll("[${}]", ""))
        .properties()
        .path("Timeout")
        .asInt();
  }

  @ParameterizedTest
  @EnumSource(Machine.class)
  void everyFunctionGivesUpBeforeItsTaskDoes(Machine machine) throws Exception {
    var tasks =
        Synthesized.JSON.readTree(machine.definition()).findParents("Resource").stream()
            .filter(task -> task.path("Resource").asText().endsWith(":lambda:invoke"))
            .toList();
    assertThat(tasks).isNotEmpty();
    assertThat(tasks)
        .allSatisfy(
            task ->
                assertThat(task.path("TimeoutSeconds").asInt())
                    .isGreaterThan(timeoutSeconds(task.at("/Arguments/FunctionName").asText())));
    assertThat(tasks)
        .as("what the configuration may ask for")
        .allSatisfy(task -> assertThat(task.path("TimeoutSeconds").asInt()).isGreaterThan(110));
  }

  @ParameterizedTest
  @EnumSource(Machine.class)
  void itIsAStandardOneThatIsTracedAndLogged(Machine machine) {
    var stack = Synthesized.customerManaged();
    var properties = machine(stack, machine).properties();

    assertThat(properties.path("StateMachineType").asText()).isEqualTo("STANDARD");
    assertThat(properties.path("StateMachineName").asText()).isEqualTo("orders-dr-" + machine.id());
    assertThat(properties.at("/TracingConfiguration/Enabled").asBoolean()).isTrue();
    assertThat(properties.at("/LoggingConfiguration/Level").asText()).isEqualTo("ALL");
    var group = stack.resource("AWS::Logs::LogGroup", machine.placeholder() + "MachineLogs");
    assertThat(properties.at("/LoggingConfiguration/Destinations").toString())
        .contains('"' + group.id() + '"');
    assertThat(group.properties().path("LogGroupName").asText())
        .isEqualTo("/aws/vendedlogs/states/orders-dr-" + machine.id());
    assertThat(group.properties().path("RetentionInDays").asInt()).isEqualTo(30);
  }

  @ParameterizedTest
  @EnumSource(Machine.class)
  void itMayReachWhatItNamesAndDeliverItsLogsAndTraces(Machine machine) {
    var stack = Synthesized.awsOwned();
    var statements = stack.statementsOf(machine.placeholder() + "MachineRole");

    assertThat(statements)
        .flatExtracting(Synthesized.Statement::actions)
        .allMatch(
            action ->
                List.of("lambda:InvokeFunction", "states:StartExecution").contains(action)
                    || action.startsWith("logs:")
                    || action.startsWith("xray:"));
    assertThat(statements)
        .filteredOn(statement -> statement.actions().contains("lambda:InvokeFunction"))
        .singleElement()
        .satisfies(
            invoke ->
                assertThat(invoke.resources())
                    .containsExactlyInAnyOrderElementsOf(
                        functionsOf(machine).map(f -> functionArn(stack, f)).toList()));
    assertThat(statements)
        .filteredOn(statement -> statement.actions().contains("states:StartExecution"))
        .flatExtracting(Synthesized.Statement::resources)
        .hasSameSizeAs(machinesOf(machine).toList())
        .allMatch(
            resource ->
                machinesOf(machine)
                    .anyMatch(started -> resource.contains(":aurora-restore-" + started.id())));
  }

  @Test
  void aServiceTakesOnARoleForThisAccountAlone() {
    var stack = Synthesized.awsOwned();

    var ofServices =
        stack.resources("AWS::IAM::Role").stream()
            .map(role -> role.properties().at("/AssumeRolePolicyDocument/Statement/0"))
            .filter(
                trust -> !trust.at("/Principal/Service").asText().equals("lambda.amazonaws.com"))
            .toList();
    assertThat(ofServices)
        .hasSizeGreaterThanOrEqualTo(Machine.values().length)
        .allSatisfy(
            trust ->
                assertThat(trust.path("Condition").toString())
                    .isEqualTo(
                        "{\"StringEquals\":{\"aws:SourceAccount\":{\"Ref\":\"AWS::AccountId\"}}}"));
  }

  @Test
  void everyFunctionThatADefinitionCanNameIsNamedByOne() {
    assertThat(Arrays.stream(Machine.values()).flatMap(MachinesTest::functionsOf))
        .contains(HandlerFunction.values());
  }
}
