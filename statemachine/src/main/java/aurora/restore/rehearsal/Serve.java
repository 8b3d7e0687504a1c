package aurora.restore.rehearsal;

import aurora.restore.fault.FaultOrder;
import aurora.restore.fault.FaultRefused;
import aurora.restore.fault.LooseFault;
import aurora.restore.serve.PortTaken;
import aurora.restore.serve.Server;
import aurora.restore.world.FileRefused;
import aurora.restore.world.JsonFile;
import aurora.restore.world.World;
import aurora.restore.world.WorldDescription;
import aurora.restore.world.WorldFile;
import aurora.restore.world.WorldRefused;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the served rehearsal. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Serves a simulated AWS on 127.0.0.1, with the pipeline deployed in it, for the AWS CLI"
          + " (./rehearse aws) and other clients. Its clock begins at the present and runs. Ctrl-C"
          + " ends it; the line \"mend\" and Enter mends the faults.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:it was ended",
      "1:it couldn't begin: the port is taken, or a file can't be read",
      "2:the command line is wrong"
    })
final class Serve implements Callable<Integer> {
  /** Nobody else's by default, as far as is known. */
  static final int USUAL_PORT = 4580;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Default: ${DEFAULT-VALUE}. 0: one that is free.")
  private int port = USUAL_PORT;

  @Option(
      names = "--input",
      paramLabel = "FILE",
      description =
          "An input to be restored: what it names exists, and its target region is where the"
              + " pipeline is deployed. Default: docs/examples/restore.json of this checkout.")
  private Path input =
      Path.of(System.getProperty("rehearse.home", "")).resolve("docs/examples/restore.json");

  @Option(
      names = "--world",
      paramLabel = "FILE",
      description =
          "What exists in the simulated AWS (docs/world.md). Default: what the input names.")
  private Path world;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Decides durations and every other chance. Default: ${DEFAULT-VALUE}")
  private long seed = 1;

  @Option(
      names = "--speed",
      paramLabel = "N",
      description = "How many simulated seconds pass in one. Default: ${DEFAULT-VALUE}")
  private double speed = 1;

  @Option(
      names = "--fault",
      paramLabel = "NAME",
      converter = FaultOption.class,
      description = "Let this go wrong, as without serve; may be given more than once.")
  private List<FaultOrder> faults = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    if (!(speed > 0) || Double.isInfinite(speed)) {
      throw new ParameterException(spec.commandLine(), "--speed is a number above 0");
    }
    var out = spec.commandLine().getOut();
    try {
      var parsed = JsonFile.read(input);
      var served = served(parsed, out);
      var loose = faults.stream().map(order -> order.in(served, parsed)).toList();
      try (var server = Server.start(served, port, speed, this::broke)) {
        new ServePage(server, speed, loose).printTo(out);
        mendWhenTold(server, loose, out);
        Thread.currentThread().join(); // until the process is ended
      }
    } catch (FaultRefused e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    } catch (PortTaken | FileRefused | WorldRefused e) {
      spec.commandLine().getErr().println("rehearse serve: " + e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
    return CommandLine.ExitCode.OK;
  }

  private World served(JsonNode parsed, PrintWriter out) {
    WorldDescription described = world == null ? World.describedBy(parsed) : WorldFile.read(world);
    var present = described.startingAt(Server.present());
    var made = new World(present, World.home(parsed), seed);
    made.sns().subscribed(made.topicArn(), "email", "operators@example.com");
    made.listen(new ServeLog(made, out));
    return made;
  }

  private void broke(Throwable what) {
    spec.commandLine().getErr().println("rehearse serve: the simulation broke: " + what);
  }

  /** Reads the terminal beside; ends with it, or with the process. */
  private static void mendWhenTold(Server server, List<LooseFault> loose, PrintWriter out) {
    Thread.ofVirtual()
        .start(
            () -> {
              var lines =
                  new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
              lines
                  .lines()
                  .filter(line -> line.strip().equals("mend"))
                  .forEach(
                      line ->
                          server.inWorld(
                              () -> {
                                loose.forEach(LooseFault::mend);
                                out.println(
                                    "mended: " + loose.stream().map(LooseFault::order).toList());
                                out.flush();
                                return null;
                              }));
            });
  }
}
