package aurora.restore.audit;

import aurora.restore.operation.CleanUpReport;
import aurora.restore.operation.Failure;
import aurora.restore.operation.Milestone;
import aurora.restore.operation.RestorePlan;
import aurora.restore.operation.RestoreReport;
import aurora.restore.telemetry.Measurement;
import aurora.restore.telemetry.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an event says in figures. Only a restore that was completed has an RTO, an RPO and phases: a
 * part of one would make them look better than they are. A drill has them as any other restore has,
 * for that is what it is made for; a dry run records nothing, and so measures nothing.
 */
final class Figures {
  private Figures() {}

  static List<Measurement> of(AuditInput input) {
    return switch (input) {
      case AuditInput.OfFailure it -> List.of(of(it.failure()));
      case AuditInput.OfCleanUp it ->
          it.cleanUpReport() == null ? List.of() : List.of(of(it.cleanUpReport()));
      case AuditInput.OfRestore it -> it.report() == null ? List.of() : of(it.plan(), it.report());
    };
  }

  private static Measurement of(Failure failure) {
    var members = new LinkedHashMap<String, String>();
    members.put(Metric.BY_ERROR, failure.error());
    members.put(Metric.BY_MACHINE, failure.machine());
    members.put("failed_execution", failure.executionArn());
    if (failure.state() != null) {
      members.put("failed_step", failure.state());
    }
    var figures = new LinkedHashMap<Metric, Long>();
    figures.put(Metric.FAILURES, 1L);
    if (failure.status().equals("FAILED") && !failure.isRefusedRepetition()) {
      figures.put(Metric.TO_HANDLE, 1L);
    }
    return new Measurement(figures, members);
  }

  private static Measurement of(CleanUpReport report) {
    return phase(Milestone.CLEANED_UP.phase(), report.seconds());
  }

  private static List<Measurement> of(RestorePlan plan, RestoreReport report) {
    var goals = new LinkedHashMap<Metric, Long>();
    goals.put(Metric.RTO, report.rtoSeconds());
    goals.put(Metric.RPO, report.rpoSeconds());
    var measured = new ArrayList<Measurement>();
    measured.add(new Measurement(goals, drill(plan)));
    report.seconds().forEach((phase, seconds) -> measured.add(phase(phase, seconds)));
    return measured;
  }

  private static Map<String, String> drill(RestorePlan plan) {
    var members = new LinkedHashMap<String, String>();
    members.put("drill", Boolean.toString(plan.expiresAt() != null));
    members.put("snapshot_id", plan.snapshot().id());
    return members;
  }

  private static Measurement phase(String phase, long seconds) {
    return new Measurement(Map.of(Metric.PHASE, seconds), Map.of(Metric.BY_PHASE, phase));
  }
}
