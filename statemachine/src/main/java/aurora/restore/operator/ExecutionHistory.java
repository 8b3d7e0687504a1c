package aurora.restore.operator;

import aurora.restore.edge.Json;
import aurora.restore.operation.OperationStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "history",
    description = "Lists the operations that are recorded, the latest first, with RTO and RPO.")
final class ExecutionHistory extends OperatorCommand {
  enum Format {
    TABLE,
    CSV,
    JSON
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table, csv or json. Default: ${DEFAULT-VALUE}")
  private Format format;

  @Override
  public Integer call() {
    var entries = ledger().rows(OperationStatus.values()).stream().map(HistoryEntry::of).toList();
    switch (root.isJson() ? Format.JSON : format) {
      case JSON -> print(Json.MAPPER.valueToTree(entries));
      case CSV -> {
        out().print(String.join(",", HistoryEntry.COLUMNS) + "\r\n");
        entries.forEach(it -> out().print(it.csv() + "\r\n"));
      }
      case TABLE -> {
        out().println(HistoryEntry.HEAD);
        entries.forEach(it -> out().println(it.line()));
      }
    }
    out().flush();
    return ExitCode.WELL;
  }
}
