package aurora.restore.operator;

import aurora.restore.machine.Release;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import software.amazon.awssdk.core.exception.SdkException;

/** The operators' command line. */
@Command(
    name = "aurora-restore",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT, // the subcommands have their help, too
    sortOptions = false,
    subcommands = {
      Start.class,
      Status.class,
      Watch.class,
      ExecutionHistory.class,
      Redrive.class,
      CleanUp.class,
      Plan.class,
      Doctor.class,
      ShowEvidence.class,
      NoteReview.class,
      GenerateCompletion.class
    },
    description = {
      "Starts restores and clean-ups of a deployed pipeline, follows them, and looks at what would"
          + " stop one. Takes region and credentials from where the AWS CLI does.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done; where something was watched, it SUCCEEDED; the doctor found nothing wrong",
      "1:what was watched ended badly, the doctor found what would stop a restore, or evidence"
          + " isn't as it was written",
      "2:the command line is wrong",
      "3:AWS couldn't be reached, refused, or knows no such stack, operation or evidence"
    })
public final class AuroraRestore {
  @Option(
      names = "--region",
      paramLabel = "REGION",
      scope = ScopeType.INHERIT,
      description = "Where the pipeline is deployed.")
  private String region;

  @Option(
      names = "--stack",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      defaultValue = "aurora-restore",
      description = "The deployment's stack. Default: ${DEFAULT-VALUE}")
  private String stack;

  @Option(
      names = "--endpoint-url",
      paramLabel = "URL",
      scope = ScopeType.INHERIT,
      description =
          "Where to call instead of AWS. On this machine: ./rehearse serve, with its region and"
              + " credentials that are worth nothing.")
  private URI endpoint;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Print JSON and nothing else; of what is watched, an object per line.")
  private boolean json;

  private final Pause pause;

  private AuroraRestore(Pause pause) {
    this.pause = pause;
  }

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The command with its subcommands. */
  public static CommandLine commandLine() {
    return commandLine(Pause.AT_A_TERMINAL);
  }

  static CommandLine commandLine(Pause pause) {
    var command = new CommandLine(new AuroraRestore(pause));
    var version = "aurora-restore " + Release.version();
    command.getCommandSpec().version(version);
    command.getSubcommands().values().forEach(it -> it.getCommandSpec().version(version));
    // What only makes the completion script is no matter of every day.
    command
        .getSubcommands()
        .get("generate-completion")
        .getCommandSpec()
        .usageMessage()
        .hidden(true);
    command.setCaseInsensitiveEnumValuesAllowed(true);
    return command.setExecutionExceptionHandler(
        (e, failed, parsed) -> {
          if (e instanceof Trouble || e instanceof SdkException) {
            var why = e instanceof SdkException refusal ? Trouble.said(refusal) : e.getMessage();
            failed.getErr().println("aurora-restore: " + why);
            return ExitCode.TROUBLE;
          }
          throw e;
        });
  }

  OperatorAws aws() {
    return new OperatorAws(DeploymentPlace.of(region, endpoint));
  }

  String stack() {
    return stack;
  }

  boolean isJson() {
    return json;
  }

  Pause pause() {
    return pause;
  }

  Instant now() {
    return InstantSource.system().instant();
  }
}
