package aurora.restore.failure;

import aurora.restore.edge.Json;
import aurora.restore.operation.OperationId;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * The EventBridge event "Step Functions Execution Status Change" (Step Functions Developer Guide,
 * "Automating Step Functions event delivery with EventBridge"), as far as a report needs it.
 */
public record StatusEvent(Detail detail) {
  /**
   * @param input what the execution was started with, as a text; null where it is too long
   * @param startDate in epoch milliseconds, as is {@code stopDate}
   */
  public record Detail(
      @JsonProperty("executionArn") String executionArn,
      @JsonProperty("stateMachineArn") String stateMachineArn,
      @JsonProperty("name") String name,
      @JsonProperty("status") String status,
      @JsonProperty("startDate") long startDate,
      @JsonProperty("stopDate") long stopDate,
      @JsonProperty("input") String input,
      @JsonProperty("redriveCount") int redriveCount,
      @JsonProperty("error") String error,
      @JsonProperty("cause") String cause) {

    /** What the execution was started with; null where the event leaves it out as too long. */
    JsonNode request() {
      if (input == null) {
        return null;
      }
      try {
        return Json.MAPPER.readTree(input);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("Step Functions starts no execution with this input", e);
      }
    }

    /** The operation that the execution worked for. */
    String operationId() {
      return OperationId.of(request(), name);
    }

    Instant startedAt() {
      return Instant.ofEpochMilli(startDate);
    }

    Instant stoppedAt() {
      return Instant.ofEpochMilli(stopDate);
    }

    String machine() {
      return stateMachineArn.substring(stateMachineArn.lastIndexOf(':') + 1);
    }

    String region() {
      return executionArn.split(":")[3];
    }
  }
}
