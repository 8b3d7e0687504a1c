package aurora.restore.asl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Rules for one state by itself. */
final class StateRules {
  private static final int MOST_NAME_CHARACTERS = 80;

  private StateRules() {}

  static void check(String path, State state, LintFindings findings) {
    if (state.name().length() > MOST_NAME_CHARACTERS) {
      findings.error(path, "the name is longer than 80 characters; shorten it");
    }
    var order = AslReader.STATE_FIELDS.get(state.source().get("Type").textValue());
    FieldOrder.check(path, state.source(), order, findings);
    switch (state) {
      case State.Task task -> {
        comment(path, task, findings);
        if (task.timeoutSeconds() == null) {
          findings.warning(
              path, "TimeoutSeconds is missing; limit the call, or it may hang with the execution");
        }
        if (Expression.isExpression(task.resource())) {
          findings.error(path + ".Resource", "takes no JSONata; write the resource's ARN");
        }
        attempted(path, task, findings);
      }
      case State.MapState map -> continuing(path, map, findings);
      case State.Wait pause -> {
        comment(path, pause, findings);
        continuing(path, pause, findings);
        if (!pause.name().startsWith("Pause")) {
          findings.warning(path, "a Wait is named 'Pause …'; rename it");
        }
      }
      case State.Choice choice -> choice(path, choice, findings);
      case State.Succeed succeed -> {}
    }
  }

  private static void comment(String path, State state, LintFindings findings) {
    if (state.comment() == null) {
      findings.warning(path, "Comment is missing; say in one sentence why the state is there");
    }
  }

  private static void choice(String path, State.Choice choice, LintFindings findings) {
    if (!choice.name().endsWith("?")) {
      findings.warning(path, "a Choice is named as a question; end the name with '?'");
    }
    if (choice.otherwise() == null) {
      findings.warning(
          path, "Default is missing; say where to go when no rule holds, or the execution fails");
    }
    for (int i = 0; i < choice.rules().size(); i++) {
      FieldOrder.check(
          path + ".Choices[" + i + "]",
          (ObjectNode) choice.source().get("Choices").get(i),
          AslReader.RULE_FIELDS,
          findings);
    }
  }

  private static void continuing(String path, State.Continuing state, LintFindings findings) {
    if (state.next() == null && !state.end()) {
      findings.error(path, "neither Next nor End is given; add one of them");
    }
    if (state.next() != null && state.source().has("End")) {
      findings.error(path, "both Next and End are given; remove one of them");
    }
  }

  private static void attempted(String path, State.Task state, LintFindings findings) {
    continuing(path, state, findings);
    for (int i = 0; i < state.retry().size(); i++) {
      var at = path + ".Retry[" + i + "]";
      var retrier = state.retry().get(i);
      allAloneAndLast(at, retrier.errorEquals(), i == state.retry().size() - 1, findings);
      if (retrier.maxDelaySeconds() == null) {
        findings.warning(at, "MaxDelaySeconds is missing; waits that double get out of hand");
      }
      if (retrier.jitter() == null) {
        findings.warning(
            at, "JitterStrategy is missing; say FULL, so that retries don't come in step");
      }
      if (retrier.backoffRate() < 1) {
        findings.error(at, "BackoffRate is below 1; give 1.0 or more");
      }
    }
    for (int i = 0; i < state.catchers().size(); i++) {
      allAloneAndLast(
          path + ".Catch[" + i + "]",
          state.catchers().get(i).errorEquals(),
          i == state.catchers().size() - 1,
          findings);
    }
  }

  private static void allAloneAndLast(
      String path, List<String> errors, boolean last, LintFindings findings) {
    if (errors.contains("States.ALL") && (errors.size() > 1 || !last)) {
      findings.error(
          path, "States.ALL must be the only error of the last entry; give it one of its own");
    }
  }
}
