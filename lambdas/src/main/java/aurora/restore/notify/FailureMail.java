package aurora.restore.notify;

import aurora.restore.error.Finding;
import aurora.restore.operation.EvidenceOutcome;
import aurora.restore.operation.Failure;
import aurora.restore.operation.LeftBehind;
import aurora.restore.operation.Milestone;
import aurora.restore.operation.StatesCommand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes the mail of a failure: what happened to which cluster, what is there now and paid for, the
 * commands to go on with and the one that ends it all.
 *
 * @param claimed whether what the execution made is to be cleaned up, where its input asks for that
 * @param keptBecause why it isn't; empty or null where it is, or where that isn't known
 * @param cleanUpError why the clean-up couldn't be started; empty or null where it could
 * @param left what the execution may have left; null where the records don't answer
 * @param runbook where the runbook is read
 * @param evidence what came of writing evidence of the failure; null where the records don't answer
 */
record FailureMail(
    Failure failure,
    boolean claimed,
    String keptBecause,
    String cleanUpError,
    LeftBehind left,
    String runbook,
    EvidenceOutcome evidence) {

  Mail written() {
    var state = failure.state() == null ? "an unknown state" : failure.state();
    var lines = new ArrayList<String>();
    if (failure.isRefusedRepetition()) {
      lines.add(
          "Another execution is at work on the same operation, so this one was refused. It made");
      lines.add(
          "nothing. Where a schedule fired twice, that is as it should be: nothing is to be done.");
    } else {
      lines.add(
          "The "
              + what()
              + " of "
              + subject()
              + " ended "
              + failure.status()
              + " at "
              + state
              + ".");
    }
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
    lines.addAll(EvidenceLines.of(evidence, failure.operationId()));
    lines.add("");
    lines.addAll(whatIsThere());
    lines.add("");
    lines.add("Remedy: " + failure.remedy());
    lines.add("");
    lines.addAll(goingOn());
    lines.add(failure.command());
    lines.addAll(endingItAll());
    lines.add("");
    lines.add("Runbook: " + runbook + "#" + heading());
    lines.add("Console: " + failure.consoleUrl());
    return new Mail(
        failure.operationId(),
        Milestone.FAILED.name(),
        failure.isRefusedRepetition() ? Mail.Severity.INFO : Mail.Severity.ERROR,
        state,
        failure.isRefusedRepetition()
            ? Mail.subject("Aurora restore REFUSED: ", subject(), ", it is being restored already")
            : Mail.subject(
                "Aurora " + what() + " FAILED: ",
                subject(),
                ", " + failure.error() + " at " + state),
        String.join("\n", lines) + "\n");
  }

  private String what() {
    return failure.isOfCleanUp() ? "clean-up" : "restore";
  }

  /** The cluster, as far as one was planned; else the operation. */
  private String subject() {
    return left == null || left.cluster().isEmpty()
        ? "operation " + failure.operationId() + region()
        : left.cluster() + region();
  }

  private String region() {
    return left == null ? "" : " in " + left.region();
  }

  private List<String> whatIsThere() {
    if (left == null) {
      return List.of("What it has made isn't known: the records don't answer.");
    }
    if (left.resources().isEmpty()) {
      return List.of("It has made nothing.");
    }
    var lines = new ArrayList<String>();
    lines.add("Made or asked for in " + left.region() + ", and paid for as long as it is there:");
    left.resources().forEach(resource -> lines.add("  " + resource));
    return lines;
  }

  private List<String> goingOn() {
    if (failure.isRefusedRepetition()) {
      return List.of("Only if it is to be restored once more, and once the other has ended:");
    }
    if (!failure.cleanUp()) {
      return List.of("Go on with:");
    }
    if (!claimed) {
      return List.of("on_failure asks for a clean-up. " + kept(), "", "Go on with:");
    }
    if (isGiven(cleanUpError)) {
      return List.of(
          "on_failure asks for a clean-up, which couldn't be started: " + cleanUpError + ".",
          "Start it by hand, wait for the mail that it is cleaned up, then start again:",
          cleanUp());
    }
    return List.of(
        "As on_failure asks, whatever it has made is cleaned up now. Wait for that to end.",
        "",
        "Then start again with:");
  }

  /** Not where the clean-up is under way, or is what failed. */
  private List<String> endingItAll() {
    var isCleanedUp = failure.cleanUp() && claimed;
    if (failure.isOfCleanUp() || isCleanedUp || left == null || left.resources().isEmpty()) {
      return List.of();
    }
    return List.of("", "Or give it up, and delete all that the operation has made:", cleanUp());
  }

  private String cleanUp() {
    return StatesCommand.cleanUp(
        failure.executionArn(), "{\"operation_id\":\"" + failure.operationId() + "\"}");
  }

  /** Errors of AWS's own share a heading. */
  private String heading() {
    return failure.error().matches("[A-Za-z]+") && !isOfAnExecution()
        ? failure.error().toLowerCase(Locale.ROOT)
        : "handling-failures";
  }

  private boolean isOfAnExecution() {
    return List.of("TimedOut", "Aborted", "Unknown").contains(failure.error());
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
