package aurora.restore.failure;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.edge.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoOnTest {
  private static final String MACHINE =
      "arn:aws:states:us-west-2:111122223333:stateMachine:restore";
  private static final String EXECUTION =
      "arn:aws:states:us-west-2:111122223333:execution:restore:drill-1";
  private static final String HISTORY_FULL =
      "The execution reached the maximum number of history events (25000).";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "InvalidRequest",
        "NetworkUnusable",
        "OperationUnknown",
        "PreflightFailed",
        "SourceUnavailable",
        "States.DataLimitExceeded"
      })
  void anInputThatIsRefusedIsToBeMended(String error) {
    assertThat(command(error, input())).endsWith(" --input file://mended-input.json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CleanUpIncomplete",
        "ClusterFailed",
        "InstanceFailed",
        "OperationInProgress",
        "States.Runtime"
      })
  void whatARedriveWouldMeetAgainIsStartedAgainUnderItsOperation(String error) {
    assertThat(command(error, input()))
        .startsWith("aws stepfunctions start-execution --region us-west-2")
        .contains("\"operation_id\":\"drill-1\"", "\"snapshot_id\":\"orders\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AccessDenied",
        "CleanUpDeadlineExceeded",
        "ClusterStopped",
        "CopyDeadlineExceeded",
        "CopyFailed",
        "InsufficientCapacity",
        "KmsKeyUnusable",
        "QuotaExceeded",
        "RefusedByAws",
        "ResourceNotOurs",
        "SnapshotQuotaExceeded",
        "TransientFailure",
        "VerificationFailed",
        "States.Timeout",
        "Aborted"
      })
  void whatIsMendedOutsideTheInputIsRedriven(String error) {
    assertThat(command(error, input()))
        .isEqualTo(
            "aws stepfunctions redrive-execution --region us-west-2 --execution-arn " + EXECUTION);
  }

  @Test
  void theLatestSnapshotIsLookedForAgainWhereOneIsLost() {
    assertThat(command("SourceUnavailable", input().put("snapshot_id", "latest")))
        .contains("start-execution", "\"snapshot_id\":\"latest\"");
  }

  @Test
  void aProtectedClusterIsCleanedUpByACommandThatSaysSo() {
    assertThat(command("DeletionProtected", input()))
        .contains("\"disable_deletion_protection\":true");
  }

  @Test
  void aLongInputIsFetchedFromItsExecution() {
    assertThat(command("ClusterFailed", input().put("long", "x".repeat(20_000))))
        .contains("describe-execution", EXECUTION, "operation_id", "--input file://input.json")
        .hasSizeLessThan(1_000);
  }

  @Test
  void anExecutionThatIsForgottenIsNotRedriven() {
    var detail = detail("ABORTED", "ExecutionDoesNotExist", null);

    assertThat(new GoOn(detail, "Aborted", "drill-1", input()).command())
        .contains("start-execution");
  }

  @Test
  void anExecutionWithAFullHistoryIsStartedAgain() {
    var explanation = Explanation.of(detail("FAILED", "States.Runtime", HISTORY_FULL));

    assertThat(explanation.remedy()).contains("can't be redriven", "same operation_id");
    assertThat(command(explanation.error(), input())).contains("start-execution");
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

  private static String command(String error, JsonNode input) {
    return new GoOn(
            detail("FAILED", "aurora.restore.error." + error, null), error, "drill-1", input)
        .command();
  }

  private static StatusEvent.Detail detail(String status, String error, String cause) {
    return new StatusEvent.Detail(
        EXECUTION, MACHINE, "drill-1", status, 0, 1, null, 0, error, cause);
  }

  private static ObjectNode input() {
    return Json.MAPPER.createObjectNode().put("snapshot_id", "orders");
  }
}
