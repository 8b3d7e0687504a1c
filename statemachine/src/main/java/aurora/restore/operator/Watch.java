package aurora.restore.operator;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "watch",
    description =
        "Follows an operation: each step with what AWS says, what operators are mailed, and where"
            + " it fails, the remedy. Ctrl-C ends the watching, not the operation.")
final class Watch extends OperatorCommand {
  @Parameters(
      paramLabel = "OPERATION",
      description = "The operation, or an execution's ARN, e.g. that of a clean-up.")
  private String operation;

  @Override
  public Integer call() {
    return watch(executionOf(operation), operation);
  }
}
