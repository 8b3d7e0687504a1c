package aurora.restore.failure;

import aurora.restore.operation.Excerpt;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * The command that goes on from a failure, to be pasted as it is once the remedy is done. It must
 * not meet the same refusal again.
 *
 * @param request what the execution was started with; null where nobody knows any more
 */
record GoOn(StatusEvent.Detail detail, String error, String operationId, JsonNode request) {
  /** The input is what was refused: it has to be another. */
  private static final Set<String> MEND_INPUT =
      Set.of(
          "InvalidRequest",
          "NetworkUnusable",
          "OperationUnknown",
          "PreflightFailed",
          "States.DataLimitExceeded");

  /** With these a redrive would meet the same broken resource or the same definition again. */
  private static final Set<String> START_AGAIN =
      Set.of(
          "CleanUpIncomplete",
          "ClusterFailed",
          "DeletionProtected",
          "InstanceFailed",
          "OperationInProgress",
          "SourceUnavailable",
          "States.NoChoiceMatched",
          "States.QueryEvaluationError",
          "States.Runtime");

  /** What the reaper says of an execution that Step Functions has forgotten. */
  private static final String FORGOTTEN = "ExecutionDoesNotExist";

  /** A command of more is no longer one that people paste. */
  private static final int MOST_BYTES = Excerpt.MOST_BYTES / 2;

  String command() {
    if (MEND_INPUT.contains(error) || isOfSourceNamedInInput()) {
      return withInput("file://mended-input.json");
    }
    return START_AGAIN.contains(error) || FORGOTTEN.equals(detail.error()) ? again() : redrive();
  }

  /** Starts it anew, with the same input. */
  String again() {
    if (request == null || !request.isObject()) {
      return withInput("file://mended-input.json");
    }
    var identified = identified().toString();
    return identified.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES
        ? fetched()
        : withInput(quoted(identified));
  }

  /**
   * A snapshot that is lost doesn't come back: another has to be named. {@code latest} is another
   * by itself.
   */
  private boolean isOfSourceNamedInInput() {
    return error.equals("SourceUnavailable")
        && (request == null || !"latest".equals(request.path("snapshot_id").asText()));
  }

  private String redrive() {
    return "aws stepfunctions redrive-execution --region "
        + detail.region()
        + " --execution-arn "
        + detail.executionArn();
  }

  private String withInput(String input) {
    return "aws stepfunctions start-execution --region "
        + detail.region()
        + " --state-machine-arn "
        + detail.stateMachineArn()
        + " --input "
        + input;
  }

  /** The input is too long for a mail, and is taken from where it is. */
  private String fetched() {
    return "aws stepfunctions describe-execution --region "
        + detail.region()
        + " --execution-arn "
        + detail.executionArn()
        + " --query input --output text | jq '.operation_id = \""
        + operationId
        + "\"' > input.json && "
        + withInput("file://input.json");
  }

  /** The same input with its operation named, so that what exists already is adopted. */
  private ObjectNode identified() {
    ObjectNode identified = request.deepCopy();
    identified.put("operation_id", operationId);
    if (error.equals("DeletionProtected")) {
      identified.put("disable_deletion_protection", true);
    }
    return identified;
  }

  /** For a POSIX shell: within single quotes nothing but a single quote needs care. */
  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
