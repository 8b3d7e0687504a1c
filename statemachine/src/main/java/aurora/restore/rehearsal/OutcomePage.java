package aurora.restore.rehearsal;

import aurora.restore.edge.Json;
import aurora.restore.error.Finding;
import aurora.restore.operation.CheckResult;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;

/** What became of a rehearsal, as a page to read. */
final class OutcomePage {
  private static final int WIDEST_BAR = 40;

  /** What stands before the bar of a phase. */
  private static final int PHASE_COLUMNS = 25;

  private final Outcome outcome;
  private final Estimate estimate;

  /**
   * @param estimate for the plan of a dry run; null where it is none
   */
  OutcomePage(Outcome outcome, Estimate estimate) {
    this.outcome = outcome;
    this.estimate = estimate;
  }

  void printTo(PrintWriter out, Width width) {
    var lines = new Lines(out, width);
    lines.heading("OUTCOME  " + outcome.status());
    if (!outcome.isSucceeded()) {
      failure(lines);
    } else if (outcome.isDryRun()) {
      new PlanPage(outcome.output(), estimate).printTo(out, width);
    } else {
      output(lines);
    }
    faults(lines);
    timeline(lines);
    state(lines);
    audit(lines);
    cleanUp(lines);
    lines.heading("NOTIFICATIONS  " + outcome.notifications().size());
    outcome.notifications().forEach(mail -> lines.say(mail.subject()));
  }

  private void cleanUp(Lines lines) {
    var cleanUp = outcome.cleanUp();
    if (cleanUp == null) {
      return;
    }
    lines.heading("CLEAN-UP  " + cleanUp.status());
    if (cleanUp.message() != null) {
      lines.of("message", cleanUp.message().replace(Finding.SEPARATOR, "\n"));
    }
    if (cleanUp.isSucceeded()) {
      cleanUp.output().get("deleted").forEach(it -> lines.of("deleted", named(it)));
      cleanUp.output().get("kept").forEach(it -> lines.of("kept", named(it)));
      lines.of("took", Lines.words(Duration.ofSeconds(cleanUp.seconds())));
    }
    cleanUp.left().forEach(arn -> lines.of("left", arn));
    if (cleanUp.left().isEmpty()) {
      lines.of("left", "nothing that wasn't there before");
    }
  }

  private static String named(JsonNode resource) {
    return resource.get("kind").asText() + " " + resource.get("id").asText();
  }

  private void output(Lines lines) {
    var output = outcome.output();
    lines.of("cluster", output.get("cluster_arn").asText());
    lines.of("engine", output.get("engine").asText() + " " + output.get("engine_version").asText());
    lines.of("endpoint", output.get("endpoint").asText() + ":" + output.get("port"));
    lines.of("readers", output.get("reader_endpoint").asText() + ":" + output.get("port"));
    for (var instance : output.get("instances")) {
      lines.of(
          instance.get("role").asText(),
          instance.get("id").asText()
              + "  "
              + instance.get("instance_class").asText()
              + "  "
              + instance.get("availability_zone").asText());
    }
    lines.of("snapshot", output.get("snapshot").get("arn").asText());
    lines.of("RTO", seconds(output.get("rto_seconds")) + "  from start to verified");
    lines.of("RPO", seconds(output.get("rpo_seconds")) + "  age of the snapshot");
    lines.of("verified", output.get("verified").size() + " checks");
    if (output.has("measured_rpo_seconds")) {
      lines.of(
          "data RPO", seconds(output.get("measured_rpo_seconds")) + "  age of the newest data");
    }
    output.path("checks").forEach(check -> lines.of("check", line(check)));
    output.get("warnings").forEach(warning -> lines.of("warning", warning.asText()));
  }

  private static String line(JsonNode check) {
    return Json.MAPPER.convertValue(check, CheckResult.class).line();
  }

  private static String seconds(JsonNode seconds) {
    return Lines.words(Duration.ofSeconds(seconds.asLong()));
  }

  private void failure(Lines lines) {
    lines.of("state", outcome.failedState());
    lines.of("error", outcome.error());
    if (outcome.message() != null) {
      lines.of("message", outcome.message().replace(Finding.SEPARATOR, "\n"));
    }
  }

  /** A fault that was never triggered would make a success look like more than it is. */
  private void faults(Lines lines) {
    if (outcome.faults().isEmpty()) {
      return;
    }
    lines.heading("FAULTS");
    for (var fault : outcome.faults()) {
      var struck = fault.strikes() == 0 ? "NOT TRIGGERED" : "struck " + fault.strikes() + "x";
      lines.say(fault.fault() + "  " + struck + (fault.mended() ? ", mended" : ", not mended"));
      lines.of("", fault.sentence());
    }
    if (outcome.redrives() > 0) {
      lines.of("redrives", Integer.toString(outcome.redrives()));
    }
  }

  private void timeline(Lines lines) {
    lines.heading("TIMELINE");
    var widest = Math.min(WIDEST_BAR, lines.width().columns() - PHASE_COLUMNS);
    var longest = outcome.seconds().values().stream().mapToLong(Long::longValue).max().orElse(0);
    for (Map.Entry<String, Long> phase : outcome.seconds().entrySet()) {
      var bar = longest == 0 ? 0 : (int) (phase.getValue() * widest / longest);
      lines
          .out()
          .println(
              String.format("  %-10s %8d s  %s", phase.getKey(), phase.getValue(), "=".repeat(bar))
                  .stripTrailing());
    }
  }

  private void state(Lines lines) {
    lines.heading("STATE TABLE");
    var row = outcome.state();
    if (row == null) {
      lines.say("no row: the operation was never claimed");
      return;
    }
    for (var name : new String[] {"operation_id", "status", "step", "started_at", "updated_at"}) {
      lines.of(name, row.path(name).asText());
    }
    lines.of("redrives", row.path("redrive_count").asText());
    if (row.has("finished_at")) {
      lines.of("finished_at", row.get("finished_at").asText());
    }
    row.path("resources").forEach(made -> lines.of("resource", named(made)));
  }

  private void audit(Lines lines) {
    lines.heading("AUDIT TRAIL");
    outcome
        .audit()
        .forEach(row -> lines.say(row.get("at").asText() + "  " + row.get("event").asText()));
  }
}
