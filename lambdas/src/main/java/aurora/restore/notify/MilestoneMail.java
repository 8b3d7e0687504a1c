package aurora.restore.notify;

import aurora.restore.operation.EvidenceOutcome;
import aurora.restore.operation.ExecutionContext;
import aurora.restore.operation.Milestone;
import aurora.restore.operation.RestorePlan;
import aurora.restore.operation.RestoreReport;
import aurora.restore.operation.StateContext;
import aurora.restore.operation.StatesCommand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Writes the mail of a milestone of a restore. */
record MilestoneMail(
    Milestone event,
    RestorePlan plan,
    ExecutionContext execution,
    StateContext state,
    RestoreReport report,
    EvidenceOutcome evidence) {

  Mail written() {
    var lines = new ArrayList<String>();
    lines.add(what());
    lines.add("");
    lines.add("Operation: " + plan.operationId());
    lines.add("Cluster:   " + plan.cluster().id() + " in " + plan.targetRegion());
    lines.add("Snapshot:  " + plan.snapshot().arn());
    lines.add(
        "Elapsed:   " + Mail.words(Duration.between(execution.startedAt(), state.enteredAt())));
    if (report != null) {
      lines.addAll(outcome());
    }
    var warnings = report == null ? plan.warnings() : report.warnings();
    warnings.forEach(warning -> lines.add("Warning:   " + warning));
    lines.addAll(EvidenceLines.of(evidence, plan.operationId()));
    lines.add("");
    lines.add("Next: " + next());
    if (event == Milestone.STARTED) {
      lines.addAll(stopping());
    }
    lines.add("Execution: " + execution.id());
    return new Mail(
        plan.operationId(),
        event.name(),
        Mail.Severity.INFO,
        state.name(),
        "Aurora restore " + event + ": " + plan.cluster().id() + " in " + plan.targetRegion(),
        String.join("\n", lines) + "\n");
  }

  /** Who started the wrong one wants to know at once. */
  private List<String> stopping() {
    return List.of(
        "",
        "To stop it, and then delete what it has made:",
        StatesCommand.stop(execution.id()),
        StatesCommand.cleanUp(execution.id(), "{\"operation_id\":\"" + plan.operationId() + "\"}"),
        "");
  }

  private String what() {
    return switch (event) {
      case STARTED -> "The restore has started.";
      case SNAPSHOT_COPIED -> "The snapshot has been copied to " + plan.targetRegion() + ".";
      case CLUSTER_RESTORED -> "The cluster is available. It has no instances yet.";
      case INSTANCES_READY ->
          plan.readers().isEmpty()
              ? "The writer is available."
              : "The writer and " + plan.readers().size() + " readers are available.";
      case COMPLETED -> "The restore is complete and verified.";
      case FAILED, CLEAN_UP_STARTED, CLEANED_UP -> throw elsewhere();
    };
  }

  private IllegalStateException elsewhere() {
    return new IllegalStateException(event + " has a mail of its own");
  }

  private String next() {
    return switch (event) {
      case STARTED -> plan.copyNeeded() ? copying() : restoring();
      case SNAPSHOT_COPIED -> restoring();
      case CLUSTER_RESTORED ->
          "create "
              + (plan.instances().size() == 1
                  ? "1 instance"
                  : plan.instances().size() + " instances")
              + " of class "
              + plan.writer().instanceClass()
              + ", within "
              + plan.deadlines().instanceHours()
              + " hours each.";
      case INSTANCES_READY ->
          "verify the cluster against the plan"
              + (plan.verification() == null ? "." : ", and its data by SQL.");
      case FAILED, CLEAN_UP_STARTED, CLEANED_UP -> throw elsewhere();
      case COMPLETED ->
          plan.expiresAt() == null
              ? "point the application to the endpoint above. Nothing else will happen."
              : "use it until "
                  + plan.expiresAt()
                  + ". Then all that was made is deleted, within the hour.";
    };
  }

  private String copying() {
    return "copy the snapshot to "
        + plan.targetRegion()
        + ", within "
        + plan.deadlines().copyHours()
        + " hours.";
  }

  private String restoring() {
    return "restore the cluster, within " + plan.deadlines().restoreHours() + " hours.";
  }

  private List<String> outcome() {
    var lines = new ArrayList<String>();
    lines.add("Endpoint:  " + report.endpoint() + ":" + report.port());
    lines.add("Readers:   " + report.readerEndpoint() + ":" + report.port());
    for (var instance : report.instances()) {
      lines.add(
          "Instance:  "
              + instance.id()
              + " ("
              + instance.role()
              + ", "
              + instance.instanceClass()
              + ", "
              + instance.availabilityZone()
              + ")");
    }
    var mandate = plan.mandate();
    lines.add(
        "RTO:       "
            + Mail.words(Duration.ofSeconds(report.rtoSeconds()))
            + objective(mandate.recoveryTimeObjectiveMinutes()));
    lines.add(
        "RPO:       "
            + Mail.words(Duration.ofSeconds(report.rpoSeconds()))
            + objective(mandate.recoveryPointObjectiveMinutes()));
    lines.add("Verified:  " + report.verified().size() + " checks");
    if (report.measuredRpoSeconds() != null) {
      lines.add("Data RPO:  " + Mail.words(Duration.ofSeconds(report.measuredRpoSeconds())));
    }
    if (report.checks() != null) {
      report.checks().forEach(check -> lines.add("Check:     " + check.line()));
    }
    return lines;
  }

  private static String objective(Integer minutes) {
    return minutes == null ? "" : " (objective: " + Mail.words(Duration.ofMinutes(minutes)) + ")";
  }
}
