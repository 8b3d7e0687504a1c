package aurora.restore.notify;

import aurora.restore.error.Finding;
import aurora.restore.operation.Failure;
import aurora.restore.operation.Milestone;
import java.time.Duration;
import java.util.ArrayList;

/** Writes the mail of a failure: what it is about, why, and the command to go on with. */
final class FailureMail {
  private FailureMail() {}

  static Mail of(Failure failure, boolean cleaningUp) {
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
    if (cleaningUp) {
      lines.add(
          "As on_failure asks, whatever it has made is cleaned up now. Wait for that to end.");
      lines.add("");
      lines.add("Then start again with:");
    } else {
      lines.add("Go on with:");
    }
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
}
