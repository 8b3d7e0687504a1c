package aurora.restore.failure;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.edge.Json;
import aurora.restore.error.CleanUpIncomplete;
import aurora.restore.error.ClusterFailed;
import aurora.restore.error.DeletionProtected;
import aurora.restore.error.InstanceFailed;
import aurora.restore.error.OperatorError;
import aurora.restore.error.PreflightFailed;
import aurora.restore.error.SourceUnavailable;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryCommandsTest {
  private static final String MACHINE =
      "arn:aws:states:us-west-2:111122223333:stateMachine:restore";
  private static final String EXECUTION =
      "arn:aws:states:us-west-2:111122223333:execution:restore:drill-1";
  private static final String HISTORY_FULL =
      "The execution reached the maximum number of history events (25000).";

  /** By the class's own remedy, in which the first of the two words counts. */
  @ParameterizedTest
  @MethodSource("errors")
  void theCommandsDoWhatTheRemedySays(OperatorError error) {
    var explanation = explained(error);
    var commands = commands(explanation, input());

    var redrive = explanation.remedy().indexOf("redrive");
    var start = explanation.remedy().indexOf("start ");
    if (redrive >= 0 && (start < 0 || redrive < start)) {
      assertThat(commands)
          .isEqualTo(
              "aws stepfunctions redrive-execution --region us-west-2 --execution-arn "
                  + EXECUTION);
    } else {
      assertThat(start).as(explanation.remedy()).isNotNegative();
      assertThat(commands).contains("start-execution").doesNotContain("redrive-execution");
      assertThat(commands.lines().toList().getLast()).contains("stateMachine:restore --input ");
    }
  }

  static Stream<OperatorError> errors() throws IOException, URISyntaxException {
    var one = OperatorError.class.getResource("OperatorError.class").toURI();
    try (var files = Files.list(Path.of(one).getParent())) {
      return files
          .map(file -> file.getFileName().toString().replace(".class", ""))
          .filter(name -> !name.equals("package-info"))
          .map(RecoveryCommandsTest::named)
          .filter(OperatorError.class::isAssignableFrom)
          .filter(it -> !Modifier.isAbstract(it.getModifiers()))
          .<OperatorError>map(RecoveryCommandsTest::instance)
          .toList()
          .stream();
    }
  }

  private static Class<?> named(String name) {
    try {
      return Class.forName(OperatorError.class.getPackageName() + "." + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("its file is there", e);
    }
  }

  /** By its shortest constructor, which has the remedy that it has of itself. */
  private static OperatorError instance(Class<?> error) {
    var constructor =
        Stream.of(error.getConstructors())
            .min(Comparator.comparingInt(Constructor::getParameterCount))
            .orElseThrow();
    var arguments =
        Stream.of(constructor.getParameterTypes())
            .map(type -> type == List.class ? List.of() : "then redrive")
            .toArray();
    try {
      return (OperatorError) constructor.newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(error + " takes texts and lists alone", e);
    }
  }

  private static Explanation explained(OperatorError error) {
    var cause = Json.MAPPER.createObjectNode().put("errorMessage", error.getMessage()).toString();
    return Explanation.of(detail("FAILED", error.getClass().getName(), cause));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TIMED_OUT", "ABORTED"})
  void anExecutionThatWasEndedFromOutsideIsRedriven(String status) {
    assertThat(commands(Explanation.of(detail(status, null, null)), input()))
        .contains("redrive-execution");
  }

  @Test
  void anInputThatIsRefusedIsFetchedMendedAndStartedUnderItsOperation() {
    assertThat(commands(explained(new PreflightFailed(List.of())), input()).lines())
        .containsExactly(
            "aws stepfunctions describe-execution --region us-west-2 --execution-arn "
                + EXECUTION
                + " --query input --output text | jq '.operation_id = \"drill-1\"' > input.json",
            "# now mend input.json as the remedy says, then",
            "aws stepfunctions start-execution --region us-west-2 --state-machine-arn "
                + MACHINE
                + " --input file://input.json");
  }

  @Test
  void aBrokenClusterIsCleanedUpBeforeTheStartAndItsCopyIsKept() {
    assertThat(commands(explained(new ClusterFailed("cluster c", "it is failed")), input()).lines())
        .hasSize(3)
        .first()
        .asString()
        .contains("stateMachine:clean-up", "\"keep_snapshot\":true");
  }

  @Test
  void aBrokenInstanceIsDeletedBeforeTheStart() {
    var failed = explained(new InstanceFailed("instance orders-1", "it is failed"));

    assertThat(commands(failed, input()).lines())
        .startsWith(
            "aws rds delete-db-instance --region us-west-2 --db-instance-identifier orders-1"
                + " --skip-final-snapshot",
            "aws rds wait db-instance-deleted --region us-west-2 --db-instance-identifier orders-1")
        .hasSize(3);
  }

  @Test
  void theLatestSnapshotIsLookedForAgainWhereOneIsLost() {
    assertThat(
            commands(
                explained(new SourceUnavailable("snapshot", "gone")),
                input().put("snapshot_id", "latest")))
        .contains("start-execution", "\"snapshot_id\":\"latest\"");
  }

  @Test
  void aProtectedClusterIsCleanedUpByACommandThatSaysSo() {
    assertThat(commands(explained(new DeletionProtected("cluster", "it is protected")), input()))
        .contains("\"disable_deletion_protection\":true");
  }

  @Test
  void aLongInputIsFetchedFromItsExecution() {
    assertThat(
            commands(
                explained(new CleanUpIncomplete("operation", "something is left")),
                input().put("long", "x".repeat(20_000))))
        .contains("describe-execution", EXECUTION, "operation_id", "--input file://input.json")
        .hasSizeLessThan(1_000);
  }

  @Test
  void anExecutionThatIsForgottenIsNotRedriven() {
    var detail = detail("ABORTED", "ExecutionDoesNotExist", null);

    assertThat(new RecoveryCommands(detail, Explanation.of(detail), "drill-1", input()).commands())
        .contains("start-execution");
  }

  @Test
  void anExecutionWithAFullHistoryIsStartedAgain() {
    var explanation = Explanation.of(detail("FAILED", "States.Runtime", HISTORY_FULL));

    assertThat(explanation.remedy()).contains("can't be redriven", "same operation_id");
    assertThat(commands(explanation, input())).contains("start-execution");
  }

  @Test
  void aMessageThatWasCutOffIsReadAsFarAsItGoes() {
    var cut = "{\"errorMessage\":\"input: 9000 findings: a \\\"b\\\"\\n; \\u00e4\\u00";

    var explanation = Explanation.of(detail("FAILED", "aurora.restore.error.InvalidRequest", cut));

    assertThat(explanation.message()).isEqualTo("input: 9000 findings: a \"b\"\n; ä");
    assertThat(explanation.error()).isEqualTo("InvalidRequest");
  }

  @ParameterizedTest
  @CsvSource({"100,100", "32768,16500"})
  void aMessageIsBounded(int length, int most) {
    var explanation = Explanation.of(detail("FAILED", "Boom", "x".repeat(length)));

    assertThat(explanation.message().length()).isLessThanOrEqualTo(most);
  }

  private static String commands(Explanation explanation, JsonNode input) {
    return new RecoveryCommands(detail("FAILED", null, null), explanation, "drill-1", input)
        .commands();
  }

  private static StatusEvent.Detail detail(String status, String error, String cause) {
    return new StatusEvent.Detail(
        EXECUTION, MACHINE, "drill-1", status, 0, 1, null, 0, error, cause);
  }

  private static ObjectNode input() {
    return Json.MAPPER.createObjectNode().put("snapshot_id", "orders");
  }
}
