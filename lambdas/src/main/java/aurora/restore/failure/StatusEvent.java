package aurora.restore.failure;

import aurora.restore.json.CamelCase;
import aurora.restore.json.JsonText;
import aurora.restore.operation.Arn;
import aurora.restore.operation.OperationId;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

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
      @JsonProperty("cause") String cause)
      implements CamelCase {
    /**
     * Of an input that goes with the event: as a text within a JSON text it may need twice the room
     * of 256 KiB that a report's input has.
     */
    private static final int MOST_CHARACTERS = 32_768;

    /**
     * The same with the input that Step Functions has, where the event leaves it out.
     *
     * @param execution as Step Functions describes it
     */
    Detail withInputOf(Optional<DescribeExecutionResponse> execution) {
      return input != null
          ? this
          : with(execution.map(DescribeExecutionResponse::input).orElse(null));
    }

    /** The same as an event has it: without an input that is too long for one. */
    public Detail shortened() {
      return input == null || input.length() <= MOST_CHARACTERS ? this : with(null);
    }

    private Detail with(String otherInput) {
      return new Detail(
          executionArn,
          stateMachineArn,
          name,
          status,
          startDate,
          stopDate,
          otherInput,
          redriveCount,
          error,
          cause);
    }

    /** What the execution was started with; null where the event leaves it out as too long. */
    JsonNode request() {
      if (input == null) {
        return null;
      }
      try {
        return JsonText.read(input);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("Step Functions starts no execution with this input", e);
      }
    }

    /** The operation that the execution worked for. */
    public String operationId() {
      return OperationId.of(request(), name);
    }

    Instant startedAt() {
      return Instant.ofEpochMilli(startDate);
    }

    public Instant stoppedAt() {
      return Instant.ofEpochMilli(stopDate);
    }

    public String machine() {
      return new Arn(stateMachineArn).name();
    }

    String region() {
      return new Arn(executionArn).region();
    }
  }
}
