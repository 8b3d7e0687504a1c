package aurora.restore.engine;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * What the EventBridge event "Step Functions Execution Status Change" carries (Developer Guide,
 * "Automating Step Functions event delivery with EventBridge"). Components are null where the event
 * has null.
 *
 * @param id of the event
 * @param time when the status changed
 * @param input the execution's input as JSON text; null where it is left out for its size
 * @param output the execution's output as JSON text; null where there is none, or for its size
 * @param redriveStatus REDRIVABLE or NOT_REDRIVABLE
 */
public record StatusChange(
    String id,
    Instant time,
    String executionArn,
    String stateMachineArn,
    String name,
    ExecutionStatus status,
    Instant startDate,
    Instant stopDate,
    String input,
    String output,
    int redriveCount,
    Instant redriveDate,
    String redriveStatus,
    String redriveStatusReason,
    String error,
    String cause) {
  /** Of input and output together, escaped as strings in JSON. */
  private static final int MOST_BYTES = 248 * 1024;

  static StatusChange of(String id, Instant time, Execution execution) {
    var input = execution.input().toString();
    var output = execution.output() == null ? null : execution.output().toString();
    boolean tooMuch = escapedBytes(input) + escapedBytes(output) > MOST_BYTES;
    return new StatusChange(
        id,
        time,
        execution.arn(),
        execution.machineArn(),
        execution.name(),
        execution.status(),
        execution.startDate(),
        execution.stopDate(),
        tooMuch ? null : input,
        escapedBytes(output) > MOST_BYTES ? null : output,
        execution.redriveCount(),
        execution.redriveDate(),
        execution.notRedrivable(time) == null ? "REDRIVABLE" : "NOT_REDRIVABLE",
        execution.notRedrivable(time),
        execution.error(),
        execution.cause());
  }

  private static int escapedBytes(String text) {
    return text == null
        ? 0
        : JsonNodeFactory.instance
            .textNode(text)
            .toString()
            .getBytes(StandardCharsets.UTF_8)
            .length;
  }

  /** The whole event as an EventBridge rule hands it to its target. */
  public ObjectNode event() {
    var event = JsonNodeFactory.instance.objectNode();
    var arn = executionArn.split(":", -1);
    event.put("version", "0");
    event.put("id", id);
    event.put("detail-type", "Step Functions Execution Status Change");
    event.put("source", "aws.states");
    event.put("account", arn[4]);
    event.put("time", time.truncatedTo(ChronoUnit.SECONDS).toString());
    event.put("region", arn[3]);
    event.putArray("resources").add(executionArn);
    event.set("detail", detail());
    return event;
  }

  /** The event's {@code detail}: dates in epoch milliseconds, input and output as strings. */
  public ObjectNode detail() {
    var detail = JsonNodeFactory.instance.objectNode();
    detail.put("executionArn", executionArn);
    detail.put("stateMachineArn", stateMachineArn);
    detail.put("name", name);
    detail.put("status", status.toString());
    detail.put("startDate", millis(startDate));
    detail.put("stopDate", millis(stopDate));
    detail.put("input", input);
    detail.put("output", output);
    detail.putNull("stateMachineVersionArn");
    detail.putNull("stateMachineAliasArn");
    detail.put("redriveCount", redriveCount);
    detail.put("redriveDate", millis(redriveDate));
    detail.put("redriveStatus", redriveStatus);
    detail.put("redriveStatusReason", redriveStatusReason);
    included(detail, "inputDetails", input != null);
    if (status == ExecutionStatus.SUCCEEDED) {
      included(detail, "outputDetails", output != null);
    } else {
      detail.putNull("outputDetails");
    }
    detail.put("error", error);
    detail.put("cause", cause);
    return detail;
  }

  private static void included(ObjectNode detail, String field, boolean included) {
    detail.putObject(field).put("included", included);
  }

  private static Long millis(Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }
}
