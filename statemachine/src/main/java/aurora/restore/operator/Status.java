package aurora.restore.operator;

import aurora.restore.edge.Json;
import aurora.restore.operation.OperationStatus;
import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "status",
    description = "Shows where an operation stands; without one, all that run or have failed.")
final class Status extends OperatorCommand {
  @Parameters(arity = "0..1", paramLabel = "OPERATION", description = "The operation.")
  private String operation;

  @Override
  public Integer call() {
    if (operation != null) {
      return one();
    }
    var open =
        ledger().rows(OperationStatus.RUNNING, OperationStatus.CLEANING_UP, OperationStatus.FAILED);
    if (root.isJson()) {
      print(Json.MAPPER.createArrayNode().addAll(open));
    } else if (open.isEmpty()) {
      say("Nothing runs, and nothing has failed.");
    } else {
      open.forEach(row -> say(line(row)));
    }
    return ExitCode.WELL;
  }

  private int one() {
    var row = ledger().row(operation);
    if (row.isEmpty()) {
      var execution = executions().get(executionOf(operation));
      if (root.isJson()) {
        print(ExecutionJson.of(execution));
      } else {
        say("No record. Its execution: " + execution.statusAsString());
        if (Executions.isBad(execution.status())) {
          say(Executions.error(execution) + ": " + Executions.why(execution));
        }
      }
      return ExitCode.WELL;
    }
    if (root.isJson()) {
      print(row.get());
      return ExitCode.WELL;
    }
    say(line(row.get()));
    show("started", row.get().path("started_at"));
    show("updated", row.get().path("updated_at"));
    show("expires", row.get().path("expires_at"));
    show("waits for", row.get().at("/progress/observed"));
    show("percent", row.get().at("/progress/percent"));
    show("endpoint", row.get().at("/report/endpoint"));
    show("failed", row.get().at("/failure/message"));
    show("remedy", row.get().at("/failure/remedy"));
    show("go on", row.get().at("/failure/command"));
    show("execution", row.get().path("execution_arn"));
    return ExitCode.WELL;
  }

  private void show(String name, JsonNode value) {
    if (value.isValueNode() && !value.isNull()) {
      say("  %-10s %s".formatted(name, value.asText()));
    }
  }

  private static String line(JsonNode row) {
    var error = row.at("/failure/error").asText();
    return "%-12s %s  at %s%s"
        .formatted(
            row.path("status").asText(),
            row.path("operation_id").asText(),
            row.path("step").asText("the start"),
            row.path("status").asText().equals("FAILED") ? ": " + error : "");
  }
}
