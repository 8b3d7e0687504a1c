package aurora.restore.house;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.asl.AslReader;
import aurora.restore.asl.Catcher;
import aurora.restore.asl.Linter;
import aurora.restore.asl.Placeholders;
import aurora.restore.asl.Retrier;
import aurora.restore.asl.State;
import aurora.restore.error.OperatorError;
import aurora.restore.machine.HandlerFunction;
import aurora.restore.machine.Machine;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the definitions, the handlers, the errors and the runbook say of one another. */
class ContractTest {
  private static final String ERRORS = "aurora.restore.error";
  private static final Pattern HEADING = Pattern.compile("^## (.+)$", Pattern.MULTILINE);

  /** Step Functions Developer Guide, "Handling errors" and "Invoke Lambda with Step Functions". */
  private static final Set<String> OF_AWS =
      Set.of(
          "Lambda.AWSLambdaException",
          "Lambda.ClientExecutionTimeoutException",
          "Lambda.EC2ThrottledException",
          "Lambda.ResourceNotReadyException",
          "Lambda.SdkClientException",
          "Lambda.ServiceException",
          "Lambda.TooManyRequestsException",
          "Lambda.Unknown",
          "Sandbox.Timedout",
          "StepFunctions.ExecutionAlreadyExistsException",
          "States.ALL",
          "States.QueryEvaluationError",
          "States.TaskFailed",
          "States.Timeout");

  /** States that share a handler with another, by what their names begin with. */
  private static final Map<String, HandlerFunction> SHARED =
      Map.of(
          "Record ", HandlerFunction.RECORD_AUDIT,
          "Notify ", HandlerFunction.NOTIFY,
          "Create Reader", HandlerFunction.CREATE_INSTANCE,
          "Wait For Reader", HandlerFunction.WAIT_FOR_INSTANCE);

  /** In the runbook, headings of another kind than an error's. */
  private static final Set<String> OF_NO_ERROR =
      Set.of(
          "Names at hand",
          "Initiating",
          "Monitoring",
          "Looking",
          "Handling failures",
          "Cleaning up");

  @Test
  void theDefinitionsPlaceholdersAreTheFunctions() {
    var used =
        Stream.of(Machine.values())
            .flatMap(machine -> Placeholders.names(machine.definition()).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(used)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Stream.of(HandlerFunction.values()).map(HandlerFunction::placeholder),
                    Stream.of(Machine.CLEAN_UP.placeholder())) // report-failure starts it
                .toList());
  }

  @ParameterizedTest
  @EnumSource(Machine.class)
  void noDefinitionHasAFinding(Machine machine) {
    assertThat(Linter.lint(machine.definition())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Machine.class)
  void noDefinitionNamesAnAccountOrASecret(Machine machine) {
    assertThat(machine.definition())
        .doesNotContainPattern("\\d{12}")
        .doesNotContainPattern("(?i)password\"|secret\"|X-Amz-");
  }

  @ParameterizedTest
  @EnumSource(Machine.class)
  void everyErrorThatADefinitionNamesExists(Machine machine) {
    var ours = errors().stream().map(JavaClass::getName).toList();
    var named =
        states(machine).stream().flatMap(ContractTest::errorsNamed).collect(Collectors.toSet());
    assertThat(named)
        .isNotEmpty()
        .allSatisfy(
            name ->
                assertThat(OF_AWS.contains(name) || ours.contains(name))
                    .as(name + " is an error of AWS or a class of " + ERRORS)
                    .isTrue());
  }

  @ParameterizedTest
  @EnumSource(Machine.class)
  void everyTaskIsNamedAfterItsHandler(Machine machine) {
    for (var state : states(machine)) {
      if (state instanceof State.Task task && task.arguments().has("FunctionName")) {
        var function = task.arguments().get("FunctionName").textValue();
        assertThat(Placeholders.names(function)).as(task.name()).containsExactly(expected(task));
      }
    }
  }

  @Test
  void theRunbookHasOneHeadingForEachError() {
    var headings =
        HEADING
            .matcher(Repository.read("docs/runbook.md"))
            .results()
            .map(found -> found.group(1))
            .filter(heading -> !OF_NO_ERROR.contains(heading))
            .toList();
    assertThat(headings)
        .containsExactlyInAnyOrderElementsOf(
            errors().stream().map(JavaClass::getSimpleName).toList());
  }

  private static String expected(State.Task task) {
    var own = task.name().replace(" ", "");
    if (Stream.of(HandlerFunction.values()).anyMatch(it -> it.placeholder().equals(own))) {
      return own;
    }
    return SHARED.entrySet().stream()
        .filter(shared -> task.name().startsWith(shared.getKey()))
        .map(shared -> shared.getValue().placeholder())
        .findFirst()
        .orElse(own);
  }

  private static Stream<String> errorsNamed(State state) {
    if (!(state instanceof State.Task attempted)) {
      return Stream.empty();
    }
    return Stream.concat(
            attempted.retry().stream().map(Retrier::errorEquals),
            attempted.catchers().stream().map(Catcher::errorEquals))
        .flatMap(Collection::stream);
  }

  /** All states, those within a Map included. */
  private static List<State> states(Machine machine) {
    return AslReader.read(machine.definition()).states().values().stream()
        .flatMap(ContractTest::withInner)
        .toList();
  }

  private static Stream<State> withInner(State state) {
    return state instanceof State.MapState map
        ? Stream.concat(
            Stream.of(state),
            map.processor().states().values().stream().flatMap(ContractTest::withInner))
        : Stream.of(state);
  }

  private static List<JavaClass> errors() {
    return Compiled.DEPLOYED.stream()
        .filter(type -> type.isAssignableTo(OperatorError.class))
        .filter(type -> !type.isEquivalentTo(OperatorError.class))
        .toList();
  }
}
