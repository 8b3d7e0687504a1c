package aurora.restore.evidence;

import aurora.restore.audit.OperationRow;
import aurora.restore.evidence.Evidence.Execution;
import aurora.restore.evidence.Evidence.Outcome;
import aurora.restore.evidence.RecordEvidenceInput.CleanedUp;
import aurora.restore.evidence.RecordEvidenceInput.Completed;
import aurora.restore.evidence.RecordEvidenceInput.Failed;
import aurora.restore.operation.CleanUpReport;
import aurora.restore.operation.Failure;
import aurora.restore.operation.Mandate;
import aurora.restore.operation.Milestone;
import aurora.restore.operation.RestorePlan;
import aurora.restore.operation.RestoreReport;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of an operation at one of its ends, and of nobody else's. An operation's row
 * may be another execution's by then, and tells nothing of this one in that case.
 *
 * @param row the operation's; null where there is none, or where it tells of another execution
 * @param plan of the restore; null where it never had one, and after a purge
 * @param report of the restore; null where it wasn't completed, and after a purge
 * @param trail the rows that the trail had, in order
 */
record Facts(
    Outcome outcome,
    String operationId,
    Execution execution,
    OperationRow row,
    RestorePlan plan,
    RestoreReport report,
    Failure failure,
    CleanUpReport cleanUpReport,
    List<TrailRow> trail) {

  static Facts of(RecordEvidenceInput input, Optional<OperationRow> found, List<TrailRow> trail) {
    var row = found.filter(it -> isOf(input, it, trail)).orElse(null);
    var recordedAt =
        trail.stream()
            .filter(it -> it.is(input.event().name(), input.execution().id()))
            .map(TrailRow::at)
            .reduce((first, last) -> last)
            .orElse(input.state().enteredAt());
    var plan = row == null ? null : row.plan();
    var report = row == null ? null : row.report();
    var event = input.event();
    var operation = input.operationId();
    var ended = input.ended(recordedAt);
    return switch (input) {
      case Completed it ->
          new Facts(event, operation, ended, row, it.plan(), it.report(), null, null, trail);
      case Failed it ->
          new Facts(event, operation, ended, row, plan, report, it.failure(), null, trail);
      case CleanedUp it ->
          new Facts(event, operation, ended, row, plan, report, null, it.cleanUpReport(), trail);
    };
  }

  /**
   * A plan is that of the restore that began last, as the trail tells: by now the row may belong to
   * the clean-up that follows a failure.
   */
  private static boolean isOf(RecordEvidenceInput input, OperationRow row, List<TrailRow> trail) {
    return input instanceof Failed(Failure failure, _, _)
        ? failure.isOfCleanUp() || isLastStarted(failure, trail)
        : row.executionArn().equals(input.execution().id());
  }

  private static boolean isLastStarted(Failure failure, List<TrailRow> trail) {
    return trail.stream()
        .filter(it -> it.event().equals(Milestone.STARTED.name()))
        .reduce((first, last) -> last)
        .filter(it -> failure.executionArn().equals(it.executionArn()))
        .isPresent();
  }

  /** What the restore was started with; null where nobody knows. */
  JsonNode request() {
    if (row != null && row.request() != null) {
      return row.request();
    }
    return failure == null || failure.isOfCleanUp() ? null : failure.request();
  }

  /** On whose behalf, and what it is held to: an input that was refused may tell it, too. */
  Mandate mandate() {
    var request = request();
    if (plan != null || request == null) {
      return plan == null ? Mandate.NONE : plan.mandate();
    }
    return new Mandate(
        request.path("schedule").textValue(),
        request.path("requested_by").textValue(),
        request.path("approved_by").textValue(),
        null,
        null);
  }

  boolean isDrill() {
    return plan == null
        ? request() != null && request().hasNonNull("expires_after_hours")
        : plan.expiresAt() != null;
  }

  /** When the restore's execution began: ages are counted until then. */
  private Instant restoreStartedAt() {
    return row == null ? execution.startedAt() : row.startedAt();
  }

  /** How old the snapshot was then; null where there is none, or its time isn't known. */
  Long snapshotAgeSeconds() {
    return plan == null || plan.snapshot().createdAt() == null
        ? null
        : Duration.between(plan.snapshot().createdAt(), restoreStartedAt()).toSeconds();
  }
}
