package aurora.restore.audit;

import static aurora.restore.telemetry.Metric.FAILURES;
import static aurora.restore.telemetry.Metric.PHASE;
import static aurora.restore.telemetry.Metric.RPO;
import static aurora.restore.telemetry.Metric.RTO;
import static aurora.restore.telemetry.Metric.TO_HANDLE;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.operation.Failure;
import aurora.restore.operation.Milestone;
import aurora.restore.operation.RestorePlan;
import aurora.restore.operation.RestoreReport;
import aurora.restore.telemetry.Measurement;
import aurora.restore.telemetry.Metric;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the records measure of what they are told. */
class FiguresTest {
  @Test
  void completedRestoreHasItsGoalsAndItsPhases() {
    assertThat(of(Given.PLAN, Given.report()))
        .containsExactly(
            new Measurement(
                Map.of(RTO, 3600L, RPO, 7200L),
                Map.of("drill", "false", "snapshot_id", "orders-nightly")),
            new Measurement(Map.of(PHASE, 20L), Map.of(Metric.BY_PHASE, "plan")),
            new Measurement(Map.of(PHASE, 3000L), Map.of(Metric.BY_PHASE, "restore")));
  }

  @Test
  void drillIsToldFromARestore() {
    assertThat(of(Given.withoutCopy(), Given.report()).getFirst().members())
        .containsEntry("drill", "true");
  }

  @Test
  void milestoneBeforeTheEndMeasuresNothing() {
    assertThat(of(Given.PLAN, null)).isEmpty();
    var execution = Given.execution(Given.CLEAN_UP, 0);
    var started =
        new AuditInput.OfCleanUp(
            Given.cleanUp(""), Milestone.CLEAN_UP_STARTED, execution, Given.state("Record"), null);
    assertThat(Figures.of(started)).isEmpty();
  }

  @Test
  void cleanUpIsAPhase() {
    var ended =
        new AuditInput.OfCleanUp(
            Given.cleanUp(""),
            Milestone.CLEANED_UP,
            Given.execution(Given.CLEAN_UP, 0),
            Given.state("Record"),
            Given.cleanedUp());
    assertThat(Figures.of(ended))
        .containsExactly(new Measurement(Map.of(PHASE, 600L), Map.of(Metric.BY_PHASE, "clean-up")));
  }

  @Test
  void failureIsCountedOnceForTheGraphAndOnceForTheAlarm() {
    assertThat(of(failure("FAILED", "CopyFailed", "\"Wait For Copy\"", 0)))
        .containsExactly(
            new Measurement(
                Map.of(FAILURES, 1L, TO_HANDLE, 1L),
                Map.of(
                    Metric.BY_ERROR,
                    "CopyFailed",
                    Metric.BY_MACHINE,
                    "aurora-restore",
                    "failed_execution",
                    Given.RESTORE,
                    "failed_step",
                    "Wait For Copy")));
  }

  @Test
  void whatSomebodyStoppedWakesNobody() {
    assertThat(of(failure("ABORTED", "Aborted", "null", 0)))
        .singleElement()
        .satisfies(it -> assertThat(it.figures()).containsOnlyKeys(FAILURES))
        .satisfies(it -> assertThat(it.members()).doesNotContainKey("failed_step"));
  }

  @Test
  void refusedRepetitionWakesNobodyUnlessItHadBegun() {
    var refused = failure("FAILED", "OperationInProgress", "\"Record Started\"", 0);
    assertThat(of(refused).getFirst().figures()).containsOnlyKeys(FAILURES);
    var redriven = failure("FAILED", "OperationInProgress", "\"Record Started\"", 1);
    assertThat(of(redriven).getFirst().figures()).containsOnlyKeys(FAILURES, TO_HANDLE);
  }

  private static List<Measurement> of(RestorePlan plan, RestoreReport report) {
    var event = report == null ? Milestone.STARTED : Milestone.COMPLETED;
    var execution = Given.execution(Given.RESTORE, 0);
    return Figures.of(
        new AuditInput.OfRestore(plan, event, execution, Given.state("Record"), report));
  }

  private static List<Measurement> of(Failure failure) {
    var reporter = Given.execution(Given.REPORT, 0);
    return Figures.of(new AuditInput.OfFailure(failure, reporter, Given.state("Record Failure")));
  }

  private static Failure failure(String status, String error, String state, int redriveCount) {
    return Given.read(
        Failure.class,
        """
        {"execution_arn": "%s", "machine": "aurora-restore", "status": "%s", "state": %s,
         "error": "%s", "redrive_count": %d}
        """
            .formatted(Given.RESTORE, status, state, error, redriveCount));
  }
}
