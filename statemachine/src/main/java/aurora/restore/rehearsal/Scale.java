package aurora.restore.rehearsal;

import aurora.restore.scale.Crowd;
import aurora.restore.scale.CrowdFigures;
import aurora.restore.scale.GrowthPlot;
import aurora.restore.world.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line of many restores at once. */
@Command(
    name = "scale",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Starts many restores at once in one simulated account and region, with its quotas and"
          + " request rates, and prints a row of docs/scale.md for each number.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:every restore came to a true end",
      "1:one didn't: what it ended with isn't what the world, the records or the mails say",
      "2:the command line is wrong"
    })
final class Scale implements Callable<Integer> {
  @Option(
      names = "--restores",
      paramLabel = "N",
      split = ",",
      description = "How many at once, one crowd after the other. Default: ${DEFAULT-VALUE}")
  private List<Integer> restores = List.of(1, 10, 100);

  @Option(
      names = "--input",
      paramLabel = "FILE",
      description = "Each restore's input. Default: docs/examples/restore-same-region.json")
  private Path input =
      Path.of(System.getProperty("rehearse.home", ""))
          .resolve("docs/examples/restore-same-region.json");

  @Option(
      names = "--rds-per-second",
      paramLabel = "N",
      description =
          "Calls of each action that RDS lets through, for AWS doesn't say. Default:"
              + " ${DEFAULT-VALUE}")
  private int rdsPerSecond = 20;

  @Option(
      names = "--usual-quotas",
      description = "Leave the account's quotas as AWS gives them, not raised for the crowd.")
  private boolean usualQuotas;

  @Option(names = "--svg", paramLabel = "FILE", description = "Draw how the figures grow.")
  private Path svg;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var out = spec.commandLine().getOut();
    var asked = JsonFile.read(input);
    var crowds = new ArrayList<CrowdFigures>();
    for (var number : restores) {
      var crowd = Crowd.of(asked, number, rdsPerSecond, !usualQuotas);
      crowds.add(crowd);
      out.println(row(crowd));
      out.flush();
    }
    if (svg != null) {
      Files.writeString(svg, GrowthPlot.of(crowds));
    }
    return crowds.stream().allMatch(crowd -> crowd.untrue() == 0)
        ? CommandLine.ExitCode.OK
        : CommandLine.ExitCode.SOFTWARE;
  }

  private static String row(CrowdFigures crowd) {
    return String.format(
        Locale.ROOT,
        "| %,d | %,d | %d | %s | %s | %.0f | %.0f | %.4f | %.1f | %s | %d | %s |",
        crowd.restores(),
        crowd.succeeded(),
        crowd.untrue(),
        Lines.words(crowd.median()),
        Lines.words(crowd.whole()),
        crowd.callsPerRestore(),
        crowd.transitionsPerRestore(),
        crowd.pricePerRestore(),
        crowd.throttledPercent(),
        crowd.mostThrottled(),
        crowd.mostRuns(),
        crowd.mostFailedAt());
  }
}
