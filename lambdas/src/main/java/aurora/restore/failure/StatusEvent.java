package aurora.restore.failure;

import com.fasterxml.jackson.annotation.JsonProperty;
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
