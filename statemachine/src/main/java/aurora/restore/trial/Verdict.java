package aurora.restore.trial;

import aurora.restore.trial.invariant.Violation;
import java.util.List;
import java.util.Map;

/**
 * What came of a trial.
 *
 * @param violations empty where every promise was kept
 * @param happened how often what came to pass
 * @param digest of everything that the trial left
 */
public record Verdict(
    TrialPlan plan, List<Violation> violations, Map<String, Integer> happened, String digest) {

  public boolean isBroken() {
    return !violations.isEmpty();
  }

  /** The promise that was broken first. */
  String broken() {
    return violations.getFirst().invariant();
  }
}
