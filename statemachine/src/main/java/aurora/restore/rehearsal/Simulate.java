package aurora.restore.rehearsal;

import aurora.restore.trial.Series;
import aurora.restore.trial.Shrinking;
import aurora.restore.trial.Trial;
import aurora.restore.trial.TrialPlan;
import aurora.restore.trial.Verdict;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the trials. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Runs restores and clean-ups in simulated worlds in which people and faults do what seeds"
          + " draw, and judges them by the pipeline's promises (docs/simulation.md).",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:every promise was kept",
      "1:one was broken: the seed, what it took, and how to see it again are printed",
      "2:the command line is wrong"
    })
final class Simulate implements Callable<Integer> {
  /** So many runs a job may wait for one that takes long, whose turn in the digest is before. */
  private static final int AHEAD = 64;

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "How many seeds are tried. Default: ${DEFAULT-VALUE}")
  private int runs = 100;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The first seed; the others follow it. Default: ${DEFAULT-VALUE}")
  private long seed = 1;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      description = "Begin no further run after so many minutes. Default: no limit")
  private Integer minutes;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many runs go on at once. Default: ${DEFAULT-VALUE}")
  private int jobs = 1;

  @Option(
      names = "--only",
      paramLabel = "N",
      split = ",",
      description = "With one run: these parts of its plan alone, by their numbers.")
  private List<Integer> only;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException, ExecutionException {
    if (only != null && runs != 1) {
      throw new ParameterException(spec.commandLine(), "--only goes with --runs 1");
    }
    var page = new SimulationPage(spec.commandLine().getOut());
    if (runs == 1) {
      page.plan(plan(seed));
    }
    var began = System.nanoTime();
    var series = new Series();
    try (var workers = Executors.newFixedThreadPool(jobs)) {
      var seeds = LongStream.range(seed, seed + runs).iterator();
      var going = new ArrayDeque<Future<Verdict>>();
      while (seeds.hasNext() || !going.isEmpty()) {
        while (seeds.hasNext() && going.size() < AHEAD * jobs) {
          var next = seeds.nextLong();
          going.add(workers.submit(() -> Trial.of(plan(next))));
        }
        var verdict = going.remove().get();
        series.add(verdict);
        if (verdict.isBroken()) {
          page.broken(verdict, new Shrinking().shrunk(verdict));
        }
        page.progress(series, runs, began);
        if (isOver(began)) {
          going.forEach(it -> it.cancel(false));
          break;
        }
      }
    }
    page.end(series, seed, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
    return series.broken().isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private TrialPlan plan(long drawn) {
    var plan = TrialPlan.drawn(drawn);
    return only == null ? plan : plan.only(only);
  }

  private boolean isOver(long began) {
    return minutes != null && System.nanoTime() - began > TimeUnit.MINUTES.toNanos(minutes);
  }
}
