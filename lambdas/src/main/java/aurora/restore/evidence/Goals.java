package aurora.restore.evidence;

import aurora.restore.evidence.Evidence.Objectives;
import java.time.Duration;

/** What was reached, against what was to be reached. */
final class Goals {
  private Goals() {}

  /** Of a restore that wasn't completed only what was to be reached is known. */
  static Objectives of(Facts facts) {
    var mandate = facts.mandate();
    var rtoTarget = seconds(mandate.recoveryTimeObjectiveMinutes());
    var rpoTarget = seconds(mandate.recoveryPointObjectiveMinutes());
    var report = facts.report();
    if (report == null) {
      return new Objectives(null, rtoTarget, null, null, null, rpoTarget, null);
    }
    return new Objectives(
        report.rtoSeconds(),
        rtoTarget,
        isMet(report.rtoSeconds(), rtoTarget),
        report.rpoSeconds(),
        report.measuredRpoSeconds(),
        rpoTarget,
        isMet(reached(report.rpoSeconds(), report.measuredRpoSeconds()), rpoTarget));
  }

  /** What is measured of the data, where it is measured. */
  static long reached(long snapshotAge, Long measured) {
    return measured == null ? snapshotAge : measured;
  }

  private static Long seconds(Integer minutes) {
    return minutes == null ? null : Duration.ofMinutes(minutes).toSeconds();
  }

  private static Boolean isMet(long reached, Long target) {
    return target == null ? null : reached <= target;
  }
}
