package aurora.restore.rehearsal;

import aurora.restore.trial.Series;
import aurora.restore.trial.TrialPlan;
import aurora.restore.trial.Verdict;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Shows trials as text. */
final class SimulationPage {
  private static final int PROGRESS_SECONDS = 10;

  private final PrintWriter out;
  private long shown = Long.MIN_VALUE;

  SimulationPage(PrintWriter out) {
    this.out = out;
  }

  /** The parts of a plan, by their numbers. */
  void plan(TrialPlan plan) {
    out.printf(
        "seed %d: %d GiB, %s%n",
        plan.seed(), plan.sizeGib(), plan.tails() ? "with tails" : "nothing fails by itself");
    plan.parts().forEach(part -> out.println("  " + part));
    out.flush();
  }

  /** A line every ten seconds. */
  void progress(Series series, int runs, long began) {
    var seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
    if (seconds >= shown + PROGRESS_SECONDS || shown == Long.MIN_VALUE) {
      shown = seconds;
      out.printf(
          "%d of %d runs, %d violations, %d s%n",
          series.trials(), runs, series.broken().size(), seconds);
      out.flush();
    }
  }

  void broken(Verdict verdict, Verdict shrunk) {
    out.printf("%nVIOLATION by seed %d%n", verdict.plan().seed());
    shrunk
        .violations()
        .forEach(it -> out.printf("  %s at %s: %s%n", it.invariant(), it.at(), it.message()));
    out.printf(
        "  took %d of %d parts:%n", shrunk.plan().parts().size(), verdict.plan().parts().size());
    shrunk.plan().parts().forEach(part -> out.println("    " + part));
    out.printf(
        "  ./rehearse simulate --runs 1 --seed %d --only %s%n%n",
        verdict.plan().seed(),
        shrunk.plan().numbers().stream().map(String::valueOf).collect(Collectors.joining(",")));
    out.flush();
  }

  void end(Series series, long first, long seconds) {
    out.printf("%n%-45s %10s %10s%n", "act", "drawn", "happened");
    series
        .drawn()
        .forEach(
            (kind, count) ->
                out.printf(
                    "%-45s %10d %10d%n", kind, count, series.happened().getOrDefault(kind, 0)));
    out.printf(
        "%n%d runs from seed %d in %d s: %d violations%ndigest %s%n",
        series.trials(), first, seconds, series.broken().size(), series.digest());
    out.flush();
  }
}
