package aurora.restore.trial;

import java.util.ArrayList;
import java.util.function.Function;

/** Finds the fewest parts of a plan that still break the same promise. */
public final class Shrinking {
  private final Function<TrialPlan, Verdict> run;

  public Shrinking() {
    this(Trial::of);
  }

  Shrinking(Function<TrialPlan, Verdict> run) {
    this.run = run;
  }

  /**
   * Leaves out one part after the other, the last first, and again until none can be spared.
   *
   * @param broken a verdict with a violation
   */
  public Verdict shrunk(Verdict broken) {
    var least = broken;
    boolean spared = true;
    while (spared) {
      spared = false;
      for (var number : least.plan().numbers().reversed()) {
        var fewer = new ArrayList<>(least.plan().numbers());
        fewer.remove(number);
        var verdict = run.apply(least.plan().only(fewer));
        if (verdict.isBroken() && verdict.broken().equals(broken.broken())) {
          least = verdict;
          spared = true;
        }
      }
    }
    return least;
  }
}
