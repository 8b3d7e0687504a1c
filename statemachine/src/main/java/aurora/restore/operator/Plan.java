package aurora.restore.operator;

import aurora.restore.edge.Json;
import aurora.restore.machine.Machine;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "plan",
    description =
        "Has a restore planned and checked, and nothing made: the execution is a dry run.")
final class Plan extends OperatorCommand {
  @Parameters(paramLabel = "INPUT", description = "A file with the restore's input.")
  private Path input;

  @Override
  public Integer call() {
    var asked = read(input).put("dry_run", true);
    var arn = executions().start(deployment().machineArn(Machine.RESTORE), null, asked);
    var planned = executions().get(arn);
    while (planned.stopDate() == null) {
      rest();
      planned = executions().get(arn);
    }
    if (root.isJson()) {
      print(ExecutionJson.of(planned));
    } else if (Executions.isBad(planned.status())) {
      say(Executions.error(planned) + ": " + Executions.why(planned));
    } else {
      show(planned.output());
    }
    return ended(planned.status());
  }

  private void rest() {
    try {
      root.pause().pass();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trouble("interrupted; the dry run goes on and makes nothing");
    }
  }

  private void show(String output) {
    JsonNode plan;
    try {
      plan = Json.MAPPER.readTree(output);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an execution's output is JSON", e);
    }
    var snapshot = plan.path("snapshot");
    var cluster = plan.path("cluster");
    row("snapshot", text(snapshot, "id") + " of " + text(snapshot, "created_at"));
    row("from", text(plan, "source_region") + " to " + text(plan, "target_region"));
    row("copy", plan.path("copy_needed").asBoolean() ? text(plan.path("copy"), "id") : "none");
    row("cluster", text(cluster, "id"));
    row("engine", text(cluster, "engine") + " " + text(cluster, "engine_version"));
    row("network", text(cluster, "vpc_id") + ", port " + text(cluster, "port"));
    row("writer", instance(plan.path("writer")));
    plan.path("readers").forEach(reader -> row("reader", instance(reader)));
    plan.path("warnings").forEach(warning -> row("warning", warning.asText()));
    plan.path("findings").forEach(finding -> row("finding", finding.asText()));
    say(plan.path("findings").isEmpty() ? "Nothing stands in its way." : "It would be refused.");
  }

  private static String instance(JsonNode instance) {
    return text(instance, "id") + ", " + text(instance, "instance_class");
  }

  private void row(String name, String value) {
    say("%-9s %s".formatted(name, value));
  }

  private static String text(JsonNode node, String member) {
    return node.path(member).asText();
  }
}
