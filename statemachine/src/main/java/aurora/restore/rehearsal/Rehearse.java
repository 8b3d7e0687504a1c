package aurora.restore.rehearsal;

import aurora.restore.fault.FaultCatalogue;
import aurora.restore.fault.FaultOrder;
import aurora.restore.fault.FaultRefused;
import aurora.restore.world.FileRefused;
import aurora.restore.world.JsonFile;
import aurora.restore.world.World;
import aurora.restore.world.WorldDescription;
import aurora.restore.world.WorldFile;
import aurora.restore.world.WorldRefused;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the rehearsal. */
@Command(
    name = "rehearse",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    subcommands = {RehearsedEvidence.class, Simulate.class, Scale.class, Serve.class, AwsCli.class},
    description = {
      "Restores an Aurora cluster in a simulated AWS, by the state machine and the handlers that"
          + " are deployed. Nothing outside this machine is called.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the execution SUCCEEDED, and so did its clean-up",
      "1:it didn't, or couldn't be started",
      "2:the command line is wrong"
    })
public final class Rehearse implements Callable<Integer> {
  @Option(
      names = "--input",
      paramLabel = "FILE",
      description =
          "The restore's input; - reads it from standard input. Default: docs/examples/restore.json"
              + " of this checkout.")
  private Path input =
      Path.of(System.getProperty("rehearse.home", "")).resolve("docs/examples/restore.json");

  @Option(
      names = "--world",
      paramLabel = "FILE",
      description =
          "What exists in the simulated AWS (docs/world.md). Default: what the input names.")
  private Path world;

  @Option(
      names = "--print-world",
      description = "Print what the input's world would be, for --world, and run nothing.")
  private boolean printWorld;

  @Option(
      names = "--data",
      paramLabel = "FILE",
      description =
          "What the snapshots hold, as SQL that PostgreSQL executes, for an input with checks by"
              + " SQL. Default: a sample of orders. A PostgreSQL is started for such an input"
              + " alone, on Linux.")
  private Path data;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "Decides durations and every other chance: one seed, one history. Default:"
              + " ${DEFAULT-VALUE}")
  private long seed = 1;

  @Option(
      names = "--fault",
      paramLabel = "NAME",
      converter = FaultOption.class,
      description =
          "Let this go wrong; may be given more than once. Some take an argument, as in"
              + " --fault crash-after=CreateInstance. See --list-faults.")
  private List<FaultOrder> faults = List.of();

  @Option(names = "--list-faults", description = "Print what can go wrong, and run nothing.")
  private boolean listFaults;

  @Option(
      names = "--redrive",
      description =
          "Where the execution ends badly, mend the faults and redrive it, once. The exit status"
              + " tells how it ended then.")
  private boolean redrive;

  @Option(
      names = "--then-clean-up",
      description =
          "Go on with the clean-up, whatever became of the restore, and show what is left.")
  private boolean thenCleanUp;

  @Option(
      names = "--drill",
      description =
          "One simulated day: a schedule fires twice, the restore is made once and expires (after 6"
              + " hours, unless the input says otherwise), the hourly reaper has it cleaned up.")
  private boolean drill;

  @Option(
      names = "--speed",
      paramLabel = "N",
      converter = Speed.Converter.class,
      description =
          "How many simulated seconds pass in one, or 'max' for no waiting. Default: the whole"
              + " rehearsal in about ten seconds.")
  private Speed speed;

  @Option(
      names = "--show-mails",
      description = "Show each message's text too, not its subject alone.")
  private boolean showMails;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description =
          "Write a page for a browser too: the timeline, the steps, the messages, the trail.")
  private Path html;

  @Option(
      names = "--json",
      description =
          "Print one JSON document and nothing else: input, status, output, error, cause,"
              + " failedState, history, audit, state, notifications, resources, seconds,"
              + " redrives, faults, cleanUp.")
  private boolean json;

  @Spec private CommandSpec spec;

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The command with its subcommands. */
  public static CommandLine commandLine() {
    var command = new CommandLine(new Rehearse()).setParameterExceptionHandler(new OneLine());
    // What follows belongs to the AWS CLI, options and all.
    command
        .getSubcommands()
        .get("aws")
        .setStopAtPositional(true)
        .setUnmatchedOptionsArePositionalParams(true);
    return command;
  }

  @Override
  public Integer call() throws IOException {
    var out = spec.commandLine().getOut();
    if (listFaults) {
      new FaultPage(FaultCatalogue.all()).printTo(out);
      out.flush();
      return CommandLine.ExitCode.OK;
    }
    JsonNode parsed;
    WorldDescription description;
    try {
      parsed = read(input);
      description = description(parsed);
    } catch (FileRefused | WorldRefused e) {
      return refused(out, e.getMessage());
    }
    if (printWorld) {
      out.println(WorldFile.write(description));
      out.flush();
      return CommandLine.ExitCode.OK;
    }
    var rehearsal = rehearsal(parsed, description);
    var course = new Recording(view(out));
    if (isTerminal()) {
      Runtime.getRuntime().addShutdownHook(new Thread(course::end)); // for whoever interrupts
    }
    Outcome outcome;
    try {
      outcome = rehearsal.run(pace(), course);
    } catch (FaultRefused e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    } catch (Refused | WorldRefused e) {
      return refused(out, e.getMessage());
    }
    if (json) {
      out.println(outcome.json());
    } else {
      var estimate = outcome.isDryRun() ? Estimate.of(parsed, description, seed) : null;
      new OutcomePage(outcome, estimate).printTo(out, width());
    }
    if (html != null) {
      try {
        Files.writeString(html, new HtmlPage(outcome, course.entries()).html());
      } catch (IOException e) {
        return refused(out, html + " can't be written");
      }
    }
    if (sequel() == Sequel.DAY && outcome.cleanUp() == null) {
      spec.commandLine().getErr().println("rehearse: nothing was cleaned up within the day");
    }
    out.flush();
    return outcome.isAllWell(sequel()) ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  /**
   * What the options ask for.
   *
   * @throws FileRefused where a file can't be read
   * @throws WorldRefused where a world can't be as it is described
   */
  Rehearsal rehearsal() throws IOException {
    var parsed = read(input);
    return rehearsal(parsed, description(parsed));
  }

  private Rehearsal rehearsal(JsonNode parsed, WorldDescription described) throws IOException {
    return new Rehearsal(parsed, described, seed, faults, redrive, sequel(), script());
  }

  private WorldDescription description(JsonNode parsed) {
    return world == null ? World.describedBy(parsed) : WorldFile.read(world);
  }

  /** Null where the input's checks are to ask the sample. */
  private String script() throws IOException {
    if (data == null) {
      return null;
    }
    if (!Files.isReadable(data)) {
      throw new ParameterException(spec.commandLine(), data + " can't be read");
    }
    return Files.readString(data);
  }

  private Sequel sequel() {
    if (drill && (thenCleanUp || redrive)) {
      throw new ParameterException(
          spec.commandLine(), "--drill goes without --then-clean-up and --redrive");
    }
    if (drill) {
      return Sequel.DAY;
    }
    return thenCleanUp ? Sequel.CLEAN_UP : Sequel.NONE;
  }

  private static JsonNode read(Path file) throws IOException {
    return file.toString().equals("-")
        ? JsonFile.read("standard input", System.in.readAllBytes())
        : JsonFile.read(file);
  }

  private Pace pace() {
    if (speed != null) {
      return speed.pace();
    }
    return json ? Pace.UNPACED : Speed.usualPace();
  }

  private View view(PrintWriter out) {
    if (json) {
      return View.NONE;
    }
    return new ProgressView(out, width(), isTerminal(), showMails);
  }

  private static Width width() {
    return isTerminal() ? Width.ofTerminal() : Width.OF_FILES;
  }

  private static boolean isTerminal() {
    return System.console() != null && System.console().isTerminal();
  }

  private int refused(PrintWriter out, String why) {
    if (json) {
      out.println(Outcome.refused(why));
      out.flush();
    }
    spec.commandLine().getErr().println("rehearse: " + why);
    return CommandLine.ExitCode.SOFTWARE;
  }
}
