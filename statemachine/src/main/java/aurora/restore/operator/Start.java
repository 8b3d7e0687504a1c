package aurora.restore.operator;

import aurora.restore.edge.Json;
import aurora.restore.machine.Machine;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "start", description = "Starts the restore that a file asks for.")
final class Start extends OperatorCommand {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  @Parameters(paramLabel = "INPUT", description = "A file with the restore's input.")
  private Path input;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description =
          "The execution's name, which becomes the operation's unless the input has an"
              + " operation_id. Default: restore- and the time.")
  private String name;

  @Option(names = "--watch", description = "Go on by watching it.")
  private boolean watch;

  @Override
  public Integer call() {
    var asked = read(input);
    var named = name == null ? "restore-" + STAMP.format(root.now()) : name;
    var operation = asked.path("operation_id").asText(named);
    var arn = executions().start(deployment().machineArn(Machine.RESTORE), named, asked);
    if (watch) {
      say("Started operation " + operation);
      return watch(arn, operation);
    }
    if (root.isJson()) {
      print(
          Json.MAPPER.createObjectNode().put("operation_id", operation).put("execution_arn", arn));
    }
    say("Started operation " + operation + ": " + arn);
    say("Follow it: ./aurora-restore watch " + operation);
    return ExitCode.WELL;
  }
}
