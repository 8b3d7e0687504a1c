package aurora.restore.notify;

import aurora.restore.operation.CleanUpPlan;
import aurora.restore.operation.CleanUpReport;
import aurora.restore.operation.EvidenceOutcome;
import aurora.restore.operation.ExecutionContext;
import aurora.restore.operation.Milestone;
import aurora.restore.operation.StateContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the mails of a clean-up: what will be deleted, what has been.
 *
 * @param report null before everything is seen to be gone
 */
record CleanUpMail(
    Milestone event,
    CleanUpPlan plan,
    ExecutionContext execution,
    StateContext state,
    CleanUpReport report,
    EvidenceOutcome evidence) {

  Mail written() {
    var lines = new ArrayList<String>();
    lines.add(
        report == null ? "The clean-up has started." : "The clean-up is complete and verified.");
    lines.add("");
    lines.add("Operation: " + plan.operationId() + " in " + plan.region());
    if (report == null) {
      add(lines, "To delete: ", plan.found());
      add(lines, "To keep:   ", plan.kept());
      add(lines, "Not ours:  ", plan.leftAlone());
    } else {
      add(lines, "Deleted:   ", report.deleted());
      add(lines, "Kept:      ", report.kept());
      add(lines, "Not ours:  ", report.leftAlone());
      report.warnings().forEach(warning -> lines.add("Warning:   " + warning));
    }
    lines.addAll(EvidenceLines.of(evidence, plan.operationId()));
    lines.add(
        "Elapsed:   " + Mail.words(Duration.between(execution.startedAt(), state.enteredAt())));
    lines.add("");
    lines.add("Next: " + next());
    lines.add("Execution: " + execution.id());
    return new Mail(
        plan.operationId(),
        event.name(),
        Mail.Severity.INFO,
        state.name(),
        "Aurora " + event + ": operation " + plan.operationId() + " in " + plan.region(),
        String.join("\n", lines) + "\n");
  }

  private String next() {
    if (report == null) {
      return "delete the instances, the cluster, its snapshot, its subnet group, within 2 hours.";
    }
    if (report.kept().stream().anyMatch(it -> !plan.isFinalSnapshot(it.resource()))) {
      return "what is kept stays. Once it may go, start the clean-up again without what keeps it.";
    }
    return plan.purgeRecords()
        ? "nothing. The operation's records are deleted but for this clean-up's own."
        : "nothing. The operation's records stay.";
  }

  private static void add(List<String> lines, String name, List<?> resources) {
    resources.forEach(resource -> lines.add(name + resource));
    if (resources.isEmpty()) {
      lines.add(name + "nothing");
    }
  }
}
