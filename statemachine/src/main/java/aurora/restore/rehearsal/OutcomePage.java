package aurora.restore.rehearsal;

import aurora.restore.error.Finding;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;

/** What became of a rehearsal, as a page to read. */
final class OutcomePage {
  private static final int WIDEST_BAR = 40;

  private final Outcome outcome;

  OutcomePage(Outcome outcome) {
    this.outcome = outcome;
  }

  void printTo(PrintWriter out) {
    out.println();
    out.println("OUTCOME  " + outcome.status());
    if (outcome.isSucceeded()) {
      printOutput(out);
    } else {
      printFailure(out);
    }
    printFaults(out);
    printTimeline(out);
    printState(out);
    printAudit(out);
    printCleanUp(out);
    out.println();
    out.println("NOTIFICATIONS  " + outcome.notifications().size());
    outcome.notifications().forEach(mail -> out.println("  " + mail.subject()));
  }

  private void printCleanUp(PrintWriter out) {
    var cleanUp = outcome.cleanUp();
    if (cleanUp == null) {
      return;
    }
    out.println();
    out.println("CLEAN-UP  " + cleanUp.status());
    if (cleanUp.message() != null) {
      line(out, "message", cleanUp.message().replace(Finding.SEPARATOR, "\n               "));
    }
    if (cleanUp.isSucceeded()) {
      cleanUp.output().get("deleted").forEach(it -> line(out, "deleted", named(it)));
      cleanUp.output().get("kept").forEach(it -> line(out, "kept", named(it)));
      line(out, "took", words(cleanUp.seconds()));
    }
    cleanUp.left().forEach(arn -> line(out, "left", arn));
    if (cleanUp.left().isEmpty()) {
      line(out, "left", "nothing that wasn't there before");
    }
  }

  private static String named(JsonNode resource) {
    return resource.get("kind").asText() + " " + resource.get("id").asText();
  }

  private void printOutput(PrintWriter out) {
    var output = outcome.output();
    if (!output.has("cluster_id")) {
      out.println("  a dry run: this is what would be done");
      out.println(output.toPrettyString().indent(2).stripTrailing());
      return;
    }
    line(out, "cluster", output.get("cluster_arn").asText());
    line(
        out, "engine", output.get("engine").asText() + " " + output.get("engine_version").asText());
    line(out, "endpoint", output.get("endpoint").asText() + ":" + output.get("port"));
    line(out, "readers", output.get("reader_endpoint").asText() + ":" + output.get("port"));
    for (var instance : output.get("instances")) {
      line(
          out,
          instance.get("role").asText(),
          instance.get("id").asText()
              + "  "
              + instance.get("instance_class").asText()
              + "  "
              + instance.get("availability_zone").asText());
    }
    line(out, "snapshot", output.get("snapshot").get("arn").asText());
    line(out, "RTO", words(output.get("rto_seconds").asLong()) + "  from start to verified");
    line(out, "RPO", words(output.get("rpo_seconds").asLong()) + "  age of the snapshot");
    line(out, "verified", output.get("verified").size() + " checks");
    output.get("warnings").forEach(warning -> line(out, "warning", warning.asText()));
  }

  private void printFailure(PrintWriter out) {
    line(out, "state", outcome.failedState());
    line(out, "error", outcome.error());
    if (outcome.message() != null) {
      line(out, "message", outcome.message().replace(Finding.SEPARATOR, "\n               "));
    }
  }

  /** A fault that never came to pass would make a success look like more than it is. */
  private void printFaults(PrintWriter out) {
    if (outcome.faults().isEmpty()) {
      return;
    }
    out.println();
    out.println("FAULTS");
    for (var fault : outcome.faults()) {
      var struck = fault.strikes() == 0 ? "NEVER CAME TO PASS" : "struck " + fault.strikes() + "x";
      out.printf(
          "  %s  %s%s%n", fault.fault(), struck, fault.mended() ? ", mended" : ", not mended");
      out.println("      " + fault.sentence());
    }
    if (outcome.redrives() > 0) {
      line(out, "redrives", Integer.toString(outcome.redrives()));
    }
  }

  private void printTimeline(PrintWriter out) {
    out.println();
    out.println("TIMELINE");
    var longest = outcome.seconds().values().stream().mapToLong(Long::longValue).max().orElse(0);
    for (Map.Entry<String, Long> phase : outcome.seconds().entrySet()) {
      var width = longest == 0 ? 0 : (int) (phase.getValue() * WIDEST_BAR / longest);
      out.printf("  %-10s %8d s  %s%n", phase.getKey(), phase.getValue(), "=".repeat(width));
    }
  }

  private void printState(PrintWriter out) {
    out.println();
    out.println("STATE TABLE");
    var row = outcome.state();
    if (row == null) {
      out.println("  no row: the operation was never claimed");
      return;
    }
    for (var name : new String[] {"operation_id", "status", "step", "started_at", "updated_at"}) {
      line(out, name, row.path(name).asText());
    }
    line(out, "redrives", row.path("redrive_count").asText());
    if (row.has("finished_at")) {
      line(out, "finished_at", row.get("finished_at").asText());
    }
    for (JsonNode made : row.path("resources")) {
      line(out, "resource", made.get("kind").asText() + " " + made.get("id").asText());
    }
  }

  private void printAudit(PrintWriter out) {
    out.println();
    out.println("AUDIT TRAIL");
    outcome
        .audit()
        .forEach(
            row -> out.println("  " + row.get("at").asText() + "  " + row.get("event").asText()));
  }

  private static void line(PrintWriter out, String name, String value) {
    out.printf("  %-12s %s%n", name, value);
  }

  private static String words(long seconds) {
    var duration = Duration.ofSeconds(seconds);
    return String.format(
        "%d:%02d:%02d", duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
  }
}
