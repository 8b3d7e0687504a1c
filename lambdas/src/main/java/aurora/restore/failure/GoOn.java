package aurora.restore.failure;

import aurora.restore.edge.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** The command that goes on from a failure, to be pasted as it is. */
final class GoOn {
  /** With these a redrive would meet the same input or the same broken resource again. */
  private static final Set<String> START_AGAIN =
      Set.of(
          "InvalidRequest",
          "CleanUpIncomplete",
          "ClusterFailed",
          "DeletionProtected",
          "InstanceFailed",
          "NetworkUnusable",
          "OperationInProgress",
          "OperationUnknown",
          "PreflightFailed",
          "SourceUnavailable",
          "States.DataLimitExceeded",
          "States.NoChoiceMatched",
          "States.QueryEvaluationError",
          "States.Runtime");

  private GoOn() {}

  /** With these the same input would be refused again. */
  private static final Set<String> MEND_INPUT =
      Set.of("InvalidRequest", "OperationUnknown", "PreflightFailed");

  static String command(
      StatusEvent.Detail detail, String error, String operationId, JsonNode request) {
    if (MEND_INPUT.contains(error)) {
      return start(detail) + "file://mended-input.json";
    }
    return START_AGAIN.contains(error)
        ? again(detail, operationId, request)
        : "aws stepfunctions redrive-execution --region "
            + detail.region()
            + " --execution-arn "
            + detail.executionArn();
  }

  /** Starts it anew, with the same input. */
  static String again(StatusEvent.Detail detail, String operationId, JsonNode request) {
    return start(detail) + quoted(identified(request, operationId));
  }

  private static String start(StatusEvent.Detail detail) {
    return "aws stepfunctions start-execution --region "
        + detail.region()
        + " --state-machine-arn "
        + detail.stateMachineArn()
        + " --input ";
  }

  /** The same input with its operation named, so that what exists already is adopted. */
  private static String identified(JsonNode request, String operationId) {
    if (request == null || !request.isObject()) {
      return "{}";
    }
    ObjectNode identified = request.deepCopy();
    identified.put("operation_id", operationId);
    return Json.MAPPER.valueToTree(identified).toString();
  }

  /** For a POSIX shell: within single quotes nothing but a single quote needs care. */
  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
