package aurora.restore.failure;

import aurora.restore.error.OperatorError;
import aurora.restore.json.JsonText;
import aurora.restore.operation.Excerpt;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why an execution ended and what to do: its own words where a handler spoke, else ours for what
 * Step Functions and Lambda say.
 *
 * @param error the error's simple name
 */
record Explanation(String error, String message, String remedy) {
  /** As much of a JSON text as comes without a broken escape at its end. */
  private static final Pattern BEGUN =
      Pattern.compile(
          "^\\{\"errorMessage\":\"((?:[^\"\\\\]|\\\\[\"\\\\/bfnrt]|\\\\u[0-9a-fA-F]{4})*+)");

  private static final String HANDLERS = OperatorError.class.getPackageName() + ".";

  /** Of what a handler or AWS says: rows and mails have room for so much beside the rest. */
  private static final int MOST_CHARACTERS = 16_384;

  /**
   * What Step Functions says where event 25,000 would not end the execution; the error is
   * States.Runtime, as it is for defects of the definition (Step Functions Developer Guide, "Quotas
   * related to state machine executions").
   */
  private static final String HISTORY_IS_FULL = "maximum number of history events";

  static Explanation of(StatusEvent.Detail detail) {
    var whole = ofEnd(detail);
    return new Explanation(whole.error, Excerpt.of(whole.message, MOST_CHARACTERS), whole.remedy);
  }

  private static Explanation ofEnd(StatusEvent.Detail detail) {
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
      return new Explanation(
          error, message, message.contains(HISTORY_IS_FULL) ? GO_ON_ANEW : remedy(error));
    }
    var name = error.substring(HANDLERS.length());
    var at = message.indexOf(OperatorError.REMEDY);
    return at < 0
        ? new Explanation(name, message, LOOK)
        : new Explanation(
            name, message.substring(0, at), message.substring(at + OperatorError.REMEDY.length()));
  }

  private static final String GO_ON_ANEW =
      "an execution with so long a history can't be redriven: start again with the same"
          + " operation_id, which adopts what has been made.";

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
          "the data outgrew what a state may hold: shorten the input and start again with it.";
      case String other -> LOOK;
    };
  }

  /** The message of a function's failure that was cut off at the 32,768 characters of a cause. */
  private static Optional<String> cutOff(String cause) {
    var begun = BEGUN.matcher(cause);
    if (!begun.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(JsonText.read("\"" + begun.group(1) + "\"").asText());
    } catch (JsonProcessingException e) {
      return Optional.of(begun.group(1)); // no text after all: shown as it came
    }
  }

  /** A function's failure comes as JSON, that of a service as a sentence. */
  private static String message(String cause) {
    if (cause == null) {
      return "no cause is given";
    }
    try {
      return JsonText.read(cause).path("errorMessage").asText(cause);
    } catch (JsonProcessingException e) {
      return cutOff(cause).orElse(cause); // a sentence
    }
  }
}
