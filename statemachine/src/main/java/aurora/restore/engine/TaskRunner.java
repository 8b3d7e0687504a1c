package aurora.restore.engine;

import com.fasterxml.jackson.databind.JsonNode;

/** Runs what a Task's {@code lambda:invoke} names. It may spend virtual time while it runs. */
@FunctionalInterface
public interface TaskRunner {
  /** What came of an invocation. */
  sealed interface Outcome {
    /** The function answered with this payload. */
    record Answered(JsonNode payload) implements Outcome {}

    /**
     * The invocation failed.
     *
     * @param error the error name that Retry and Catch see: the class name of what the function
     *     threw, or Lambda's own, e.g. {@code Sandbox.Timedout}, {@code
     *     Lambda.TooManyRequestsException}
     * @param cause for a function error, the JSON that Lambda answers with ({@code errorMessage},
     *     {@code errorType}, {@code stackTrace}); else a sentence
     */
    record Failed(String error, String cause) implements Outcome {}
  }

  /**
   * @param function what the definition's placeholder was replaced with: a function's name or ARN
   * @param payload the Task's evaluated {@code Payload}
   */
  Outcome run(String function, JsonNode payload);
}
