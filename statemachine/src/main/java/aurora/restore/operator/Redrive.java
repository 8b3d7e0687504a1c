package aurora.restore.operator;

import aurora.restore.edge.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "redrive",
    description =
        "Has a failed operation go on at the state that failed, once the cause is mended.")
final class Redrive extends OperatorCommand {
  @Parameters(paramLabel = "OPERATION", description = "The operation, or an execution's ARN.")
  private String operation;

  @Option(names = "--watch", description = "Go on by watching it.")
  private boolean watch;

  @Override
  public Integer call() {
    var arn = executionOf(operation);
    var follower = follower();
    if (watch) {
      follower.passingOver(arn, operation);
    }
    executions().redrive(arn);
    if (watch) {
      return ended(follower.follow(arn, operation).status());
    }
    if (root.isJson()) {
      print(Json.MAPPER.createObjectNode().put("execution_arn", arn));
    }
    say("Redriven: " + arn);
    say("Follow it: ./aurora-restore watch " + operation);
    return ExitCode.WELL;
  }
}
