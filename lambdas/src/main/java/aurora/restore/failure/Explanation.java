package aurora.restore.failure;

import aurora.restore.edge.Json;
import aurora.restore.error.OperatorError;
import com.fasterxml.jackson.core.JsonProcessingException;

/**
 * Why an execution ended and what to do: its own words where a handler spoke, else ours for what
 * Step Functions and Lambda say.
 *
 * @param error the error's simple name
 */
record Explanation(String error, String message, String remedy) {
  private static final String HANDLERS = OperatorError.class.getPackageName() + ".";

  static Explanation of(StatusEvent.Detail detail) {
    return switch (detail.status()) {
      case "TIMED_OUT" ->
          new Explanation(
              "TimedOut",
              "the execution reached the time limit of its state machine",
              "see at which state it stood still, then redrive it: the limit begins anew.");
      case "ABORTED" ->
          new Explanation(
              "Aborted",
              "somebody stopped the execution"
                  + (detail.error() == null ? "" : ": " + detail.error())
                  + (detail.cause() == null ? "" : " (" + detail.cause() + ")"),
              "redrive it to go on where it was stopped.");
      case String failed -> ofFailure(detail.error(), detail.cause());
    };
  }

  private static Explanation ofFailure(String error, String cause) {
    if (error == null) {
      return new Explanation("Unknown", "the execution says nothing of its cause", LOOK);
    }
    var message = message(cause);
    if (!error.startsWith(HANDLERS)) {
      return new Explanation(error, message, remedy(error));
    }
    var name = error.substring(HANDLERS.length());
    var at = message.indexOf(OperatorError.REMEDY);
    return at < 0
        ? new Explanation(name, message, LOOK)
        : new Explanation(
            name, message.substring(0, at), message.substring(at + OperatorError.REMEDY.length()));
  }

  private static final String LOOK = "look at the execution's last events, then redrive it.";

  private static String remedy(String error) {
    if (error.startsWith("Lambda.") || error.startsWith("Sandbox.")) {
      return "see the function's log; redrive once it answers again.";
    }
    return switch (error) {
      case "States.Timeout" ->
          "see the function's log for why it took so long, then redrive the execution.";
      case "States.QueryEvaluationError", "States.Runtime", "States.NoChoiceMatched" ->
          "the definition has a defect that a redrive meets again: deploy a mended one and start"
              + " again with the same operation_id.";
      case "States.DataLimitExceeded" ->
          "the data outgrew what a state may hold: shorten the input and start again.";
      case String other -> LOOK;
    };
  }

  /** A function's failure comes as JSON, that of a service as a sentence. */
  private static String message(String cause) {
    if (cause == null) {
      return "no cause is given";
    }
    try {
      return Json.MAPPER.readTree(cause).path("errorMessage").asText(cause);
    } catch (JsonProcessingException e) {
      return cause; // a sentence
    }
  }
}
