package aurora.restore.notify;

import aurora.restore.error.Finding;
import aurora.restore.operation.Failure;
import aurora.restore.operation.Milestone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the mail of a failure: what it is about, why, and the command to go on with.
 *
 * @param claimed whether what the execution made is to be cleaned up, where its input asks for that
 * @param keptBecause why it isn't; empty or null where it is, or where that isn't known
 * @param cleanUpError why the clean-up couldn't be started; empty or null where it could
 */
record FailureMail(Failure failure, boolean claimed, String keptBecause, String cleanUpError) {

  Mail written() {
    var state = failure.state() == null ? "an unknown state" : failure.state();
    var lines = new ArrayList<String>();
    lines.add(
        "The execution of "
            + failure.machine()
            + " ended "
            + failure.status()
            + " at "
            + state
            + ".");
    if (failure.superseded()) {
      lines.add("It has been redriven since: this message is late.");
    }
    lines.add("");
    lines.add("Operation: " + failure.operationId());
    lines.add("State:     " + state);
    lines.add("Error:     " + failure.error());
    lines.add("Cause:     " + failure.message().replace(Finding.SEPARATOR, "\n           "));
    lines.add(
        "Elapsed:   " + Mail.words(Duration.between(failure.startedAt(), failure.failedAt())));
    lines.add("Redriven:  " + failure.redriveCount() + " times");
    lines.add("");
    lines.add("Remedy: " + failure.remedy());
    lines.add("");
    lines.addAll(goingOn());
    lines.add(failure.command());
    lines.add("");
    lines.add("Console: " + failure.consoleUrl());
    return new Mail(
        failure.operationId(),
        Milestone.FAILED.name(),
        Mail.Severity.ERROR,
        state,
        "Aurora " + failure.machine() + " FAILED: " + failure.error() + " at " + state,
        String.join("\n", lines) + "\n");
  }

  private List<String> goingOn() {
    if (!failure.cleanUp()) {
      return List.of("Go on with:");
    }
    if (!claimed) {
      return List.of("on_failure asks for a clean-up. " + kept(), "", "Go on with:");
    }
    if (isGiven(cleanUpError)) {
      return List.of(
          "on_failure asks for a clean-up, which couldn't be started: " + cleanUpError + ".",
          "Start it by hand, with {\"operation_id\": \"" + failure.operationId() + "\"}.",
          "",
          "Then start again with:");
    }
    return List.of(
        "As on_failure asks, whatever it has made is cleaned up now. Wait for that to end.",
        "",
        "Then start again with:");
  }

  private String kept() {
    return isGiven(keptBecause)
        ? "Nothing is cleaned up: " + keptBecause + "."
        : "It is started once the failure can be recorded.";
  }

  private static boolean isGiven(String text) {
    return text != null && !text.isEmpty();
  }
}
