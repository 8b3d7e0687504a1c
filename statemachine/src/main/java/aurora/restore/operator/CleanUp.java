package aurora.restore.operator;

import aurora.restore.edge.Json;
import aurora.restore.machine.Machine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "clean-up",
    description = "Starts the clean-up of what an operation has made, and of nothing else.")
final class CleanUp extends OperatorCommand {
  @Parameters(paramLabel = "OPERATION", description = "The operation.")
  private String operation;

  @Option(names = "--keep-snapshot", description = "The copied snapshot stays.")
  private boolean keepSnapshot;

  @Option(
      names = "--final-snapshot-id",
      paramLabel = "ID",
      description = "A snapshot of this name is taken first, and stays.")
  private String finalSnapshotId;

  @Option(
      names = "--disable-deletion-protection",
      description = "A cluster that is protected from deletion goes too.")
  private boolean disableDeletionProtection;

  @Option(names = "--watch", description = "Go on by watching it.")
  private boolean watch;

  @Override
  public Integer call() {
    var input = Json.MAPPER.createObjectNode().put("operation_id", operation);
    if (keepSnapshot) {
      input.put("keep_snapshot", true);
    }
    if (finalSnapshotId != null) {
      input.put("final_snapshot_id", finalSnapshotId);
    }
    if (disableDeletionProtection) {
      input.put("disable_deletion_protection", true);
    }
    var arn = executions().start(deployment().machineArn(Machine.CLEAN_UP), null, input);
    if (watch) {
      return watch(arn, operation);
    }
    if (root.isJson()) {
      print(
          Json.MAPPER.createObjectNode().put("operation_id", operation).put("execution_arn", arn));
    }
    say("The clean-up of " + operation + " is started: " + arn);
    say("Follow it: ./aurora-restore watch " + arn);
    return ExitCode.WELL;
  }
}
