package aurora.restore.operation;

import aurora.restore.telemetry.Loggable;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * An execution that ended otherwise than it should have, as its report tells it.
 *
 * @param machine the name of its state machine
 * @param status {@code FAILED}, {@code TIMED_OUT} or {@code ABORTED}
 * @param state the state that it ended at; null where its history can't tell
 * @param error what went wrong, by its class's simple name or by Step Functions' own
 * @param message what happened, without the remedy
 * @param remedy what to do about it
 * @param command the commands that go on from there, one a line
 * @param consoleUrl where the execution can be looked at
 * @param request what it was started with; an excerpt where that is long, null where it isn't known
 * @param redriveCount how often it had been redriven when it ended
 * @param superseded whether it has been redriven since
 * @param cleanUp whether its input asks for what it made to be cleaned up now
 * @param cleanUpName the name of the execution that does so: the same however often it is asked for
 */
public record Failure(
    String operationId,
    String executionArn,
    String machine,
    String status,
    String state,
    String error,
    String message,
    String remedy,
    String command,
    String consoleUrl,
    JsonNode request,
    Instant startedAt,
    Instant failedAt,
    int redriveCount,
    boolean superseded,
    boolean cleanUp,
    String cleanUpName)
    implements Loggable {

  @Override
  public String summary() {
    return machine + " " + status + (state == null ? "" : " at " + state) + ": " + error;
  }

  /**
   * Whether a start was refused because another works on the same, as when a schedule fires twice:
   * nothing is left to do. A clean-up that is refused so was asked for, and isn't done: no such.
   */
  public boolean isRefusedRepetition() {
    return error.equals("OperationInProgress") && !isOfCleanUp() && redriveCount == 0;
  }

  /** Whether a clean-up failed: its row, if there is one, is of an operation that was known. */
  public boolean isOfCleanUp() {
    return ExecutionContext.isCleanUp(machine);
  }
}
