package aurora.restore.notify;

import aurora.restore.operation.RestorePlan;
import aurora.restore.operation.RestoreReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A message as an operator reads it in an e-mail: what, where, how long, what next.
 *
 * @param subject 99 ASCII characters at most (SNS API Reference, Publish)
 */
record Mail(String subject, String body) {
  private static final int LONGEST_SUBJECT = 99;

  static Mail of(NotifyInput input) {
    var plan = input.plan();
    var elapsed = Duration.between(input.execution().startedAt(), input.state().enteredAt());
    var subject =
        "Aurora restore "
            + input.event()
            + ": "
            + plan.cluster().id()
            + " in "
            + plan.targetRegion();
    var lines = new ArrayList<String>();
    lines.add(what(input));
    lines.add("");
    lines.add("Operation: " + plan.operationId());
    lines.add("Cluster:   " + plan.cluster().id() + " in " + plan.targetRegion());
    lines.add("Snapshot:  " + plan.snapshot().arn());
    lines.add("Elapsed:   " + words(elapsed));
    if (input.report() != null) {
      lines.addAll(outcome(input.report()));
    }
    plan.warnings().forEach(warning -> lines.add("Warning:   " + warning));
    lines.add("");
    lines.add("Next: " + next(input));
    lines.add("Execution: " + input.execution().id());
    return new Mail(ascii(subject), String.join("\n", lines) + "\n");
  }

  private static String what(NotifyInput input) {
    var plan = input.plan();
    return switch (input.event()) {
      case STARTED -> "The restore has started.";
      case SNAPSHOT_COPIED -> "The snapshot has been copied to " + plan.targetRegion() + ".";
      case CLUSTER_RESTORED -> "The cluster is available. It has no instances yet.";
      case INSTANCES_READY ->
          plan.readers().isEmpty()
              ? "The writer is available."
              : "The writer and " + plan.readers().size() + " readers are available.";
      case COMPLETED -> "The restore is complete and verified.";
    };
  }

  private static String next(NotifyInput input) {
    var plan = input.plan();
    return switch (input.event()) {
      case STARTED -> plan.copyNeeded() ? copying(plan) : restoring(plan);
      case SNAPSHOT_COPIED -> restoring(plan);
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
      case INSTANCES_READY -> "verify the cluster against the plan.";
      case COMPLETED -> "point the application to the endpoint above. Nothing else will happen.";
    };
  }

  private static String copying(RestorePlan plan) {
    return "copy the snapshot ("
        + plan.snapshot().sizeGib()
        + " GiB) to "
        + plan.targetRegion()
        + ", within "
        + plan.deadlines().copyHours()
        + " hours.";
  }

  private static String restoring(RestorePlan plan) {
    return "restore the cluster, within " + plan.deadlines().restoreHours() + " hours.";
  }

  private static List<String> outcome(RestoreReport report) {
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
    lines.add("RTO:       " + words(Duration.ofSeconds(report.rtoSeconds())));
    lines.add("RPO:       " + words(Duration.ofSeconds(report.rpoSeconds())));
    lines.add("Verified:  " + report.verified().size() + " checks");
    return lines;
  }

  /** For people, to the second: {@code 1 h 4 min 12 s}. */
  private static String words(Duration duration) {
    var hours = duration.toHours() > 0 ? duration.toHours() + " h " : "";
    return hours + duration.toMinutesPart() + " min " + duration.toSecondsPart() + " s";
  }

  private static String ascii(String subject) {
    var plain = subject.replaceAll("[^\\x20-\\x7e]", "?");
    return plain.length() <= LONGEST_SUBJECT ? plain : plain.substring(0, LONGEST_SUBJECT);
  }
}
