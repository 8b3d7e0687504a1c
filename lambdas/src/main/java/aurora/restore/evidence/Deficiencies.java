package aurora.restore.evidence;

import aurora.restore.evidence.Evidence.Deficiency;
import aurora.restore.evidence.Evidence.Objectives;
import aurora.restore.operation.CheckResult;
import aurora.restore.operation.Excerpt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What went wrong or fell short, and what to do about it. */
final class Deficiencies {
  private static final int MOST_CHARACTERS = 2_000;

  private Deficiencies() {}

  static List<Deficiency> of(Facts facts, Objectives objectives) {
    var found = new ArrayList<Deficiency>();
    var failure = facts.failure();
    if (failure != null) {
      found.add(
          new Deficiency(
              failure.error() + ": " + Excerpt.of(failure.message(), MOST_CHARACTERS),
              failure.remedy()));
    }
    if (facts.report() != null && facts.report().checks() != null) {
      facts.report().checks().stream()
          .filter(CheckResult::hasFailed)
          .forEach(it -> found.add(new Deficiency(it.line(), "see what the restored data lacks.")));
    }
    addMissed(objectives, found);
    addWarnings(facts, found);
    return List.copyOf(found);
  }

  private static void addMissed(Objectives objectives, List<Deficiency> found) {
    if (Boolean.FALSE.equals(objectives.rtoMet())) {
      found.add(
          new Deficiency(
              "the restore took "
                  + words(objectives.rtoSeconds())
                  + ", and "
                  + words(objectives.rtoTargetSeconds())
                  + " is the recovery time objective.",
              "see in seconds which phase took longest; name another objective, or shorten that"
                  + " phase: a snapshot that is in the target region already needs no copy."));
    }
    if (Boolean.FALSE.equals(objectives.rpoMet())) {
      var reached = Goals.reached(objectives.rpoSeconds(), objectives.measuredRpoSeconds());
      found.add(
          new Deficiency(
              "the restored data was "
                  + words(reached)
                  + " old, and "
                  + words(objectives.rpoTargetSeconds())
                  + " is the recovery point objective.",
              "have snapshots taken more often, or name another objective."));
    }
  }

  /** Warnings say themselves what is to be done, where anything is. */
  private static void addWarnings(Facts facts, List<Deficiency> found) {
    if (facts.report() != null) {
      facts.report().warnings().forEach(warning -> found.add(new Deficiency(warning, null)));
    } else if (facts.plan() != null) {
      facts.plan().warnings().forEach(warning -> found.add(new Deficiency(warning, null)));
    }
    if (facts.cleanUpReport() != null) {
      facts.cleanUpReport().warnings().forEach(it -> found.add(new Deficiency(it, null)));
    }
  }

  private static String words(long seconds) {
    var duration = Duration.ofSeconds(seconds);
    return duration.toHours() + " h " + duration.toMinutesPart() + " min";
  }
}
