package aurora.restore.operation;

import aurora.restore.json.PascalCase;
import aurora.restore.telemetry.Trace;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * The execution that a function works for, as Step Functions' context object names it (Step
 * Functions Developer Guide, "Accessing execution data from the Context object").
 *
 * @param id the execution's ARN
 * @param input what it was started with
 * @param redriveTime when it was last redriven; null where it never was
 */
public record ExecutionContext(
    @JsonProperty("Id") String id,
    @JsonProperty("Name") String name,
    @JsonProperty("Input") JsonNode input,
    @JsonProperty("StartTime") String startTime,
    @JsonProperty("RedriveCount") int redriveCount,
    @JsonProperty("RedriveTime") String redriveTime)
    implements PascalCase {

  private static final String CLEAN_UP = "clean-up";

  /**
   * What an invocation for this execution is about.
   *
   * @param state the state that calls; null where an older definition doesn't tell
   */
  public Trace trace(String operationId, StateContext state) {
    return new Trace(
        operationId,
        id,
        redriveCount,
        state == null ? null : state.name(),
        state == null ? null : state.retryCount(),
        null);
  }

  public Instant startedAt() {
    return Instant.parse(startTime);
  }

  public Optional<Instant> redrivenAt() {
    return Optional.ofNullable(redriveTime).map(Instant::parse);
  }

  /** The twelve digits of the account that the execution runs in. */
  public String account() {
    return new Arn(id).account();
  }

  /** Whether it is an execution of the machine that cleans up. */
  public boolean isCleanUp() {
    return isCleanUp(new Arn(id).name().split(":")[0]);
  }

  /** The same of a machine's name, which a deployment's own name may precede. */
  public static boolean isCleanUp(String machine) {
    return machine.equals(CLEAN_UP) || machine.endsWith("-" + CLEAN_UP);
  }

  /** The region that the execution runs in. */
  public String region() {
    return new Arn(id).region();
  }
}
