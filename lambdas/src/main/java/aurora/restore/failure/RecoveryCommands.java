package aurora.restore.failure;

import aurora.restore.json.JsonText;
import aurora.restore.operation.Excerpt;
import aurora.restore.operation.StatesCommand;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The commands that go on from a failure, one a line in the order in which they work, to be pasted
 * once the remedy is done. They must not meet the same refusal again, and do what the remedy says:
 * where that says to redrive first, it is a redrive, where it says to start again, a start.
 *
 * @param request what the execution was started with; null where nobody knows any more
 */
record RecoveryCommands(
    StatusEvent.Detail detail, Explanation explanation, String operationId, JsonNode request) {
  /** What is started again with the same input, for something else is mended. */
  private static final Set<String> SAME_INPUT =
      Set.of(
          "CleanUpIncomplete",
          "ClusterFailed",
          "DeletionProtected",
          "InstanceFailed",
          "OperationInProgress",
          "States.NoChoiceMatched",
          "States.QueryEvaluationError",
          "States.Runtime");

  private static final Pattern REDRIVE = Pattern.compile("\\bredrive\\b");
  private static final Pattern START =
      Pattern.compile("\\bstart (the clean-up )?again\\b|\\bstart this one\\b");

  /** What a message about an instance begins with. */
  private static final Pattern INSTANCE = Pattern.compile("^instance ([a-z0-9-]+)");

  /** What the reaper says of an execution that Step Functions has forgotten. */
  private static final String FORGOTTEN = "ExecutionDoesNotExist";

  private static final String INPUT_FILE = "file://input.json";

  /** A command of more is no longer one that people paste. */
  private static final int MOST_BYTES = Excerpt.MOST_BYTES / 2;

  String commands() {
    return String.join("\n", lines());
  }

  private List<String> lines() {
    if (FORGOTTEN.equals(detail.error())) {
      return again();
    }
    if (isRedriven()) {
      return List.of(StatesCommand.redrive(detail.executionArn()));
    }
    return switch (explanation.error()) {
      case "ClusterFailed" -> afterCleanUp();
      case "InstanceFailed" -> withoutInstance();
      case String error -> SAME_INPUT.contains(error) || isLatestLost() ? again() : mended();
    };
  }

  /** By the remedy's own words, of which the first counts; a remedy without either is a redrive. */
  private boolean isRedriven() {
    var redrive = REDRIVE.matcher(explanation.remedy());
    var start = START.matcher(explanation.remedy());
    return !start.find() || redrive.find() && redrive.start() < start.start();
  }

  /** {@code latest} is another snapshot by itself; any other that is lost has to be named. */
  private boolean isLatestLost() {
    return explanation.error().equals("SourceUnavailable")
        && request != null
        && "latest".equals(request.path("snapshot_id").asText());
  }

  /** Starts it anew, with the same input. */
  List<String> again() {
    if (request == null || !request.isObject()) {
      return mended();
    }
    var identified = JsonText.of(identified());
    return identified.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES
        ? List.of(fetched(), start(INPUT_FILE))
        : List.of(start(StatesCommand.quoted(identified)));
  }

  /** The input is what was refused: it has to be another. */
  private List<String> mended() {
    return List.of(fetched(), "# now mend input.json as the remedy says, then", start(INPUT_FILE));
  }

  /** The copy is as good as ever: it took hours, and is adopted. */
  private List<String> afterCleanUp() {
    var input =
        JsonNodeFactory.instance
            .objectNode()
            .put("operation_id", operationId)
            .put("keep_snapshot", true);
    return concat(
        List.of(
            StatesCommand.cleanUp(detail.executionArn(), JsonText.of(input)),
            "# wait for the mail that it is cleaned up, then"),
        again());
  }

  private List<String> withoutInstance() {
    var instance = INSTANCE.matcher(explanation.message());
    if (!instance.find()) {
      return again();
    }
    var named = " --region " + detail.region() + " --db-instance-identifier " + instance.group(1);
    return concat(
        List.of(
            "aws rds delete-db-instance" + named + " --skip-final-snapshot",
            "aws rds wait db-instance-deleted" + named),
        again());
  }

  private static List<String> concat(List<String> first, List<String> then) {
    return Stream.concat(first.stream(), then.stream()).toList();
  }

  private String start(String input) {
    return StatesCommand.start(detail.stateMachineArn(), input);
  }

  /** The input from where it is, with its operation named where it can have one. */
  private String fetched() {
    var identifying =
        request != null && !request.isObject()
            ? ""
            : " | jq '.operation_id = \"" + operationId + "\"'";
    return StatesCommand.describe(detail.executionArn())
        + " --query input --output text"
        + identifying
        + " > input.json";
  }

  /** The same input with its operation named, so that what exists already is adopted. */
  private ObjectNode identified() {
    ObjectNode identified = request.deepCopy();
    identified.put("operation_id", operationId);
    if (explanation.error().equals("DeletionProtected")) {
      identified.put("disable_deletion_protection", true);
    }
    return identified;
  }
}
