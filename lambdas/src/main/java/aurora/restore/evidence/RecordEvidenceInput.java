package aurora.restore.evidence;

import aurora.restore.evidence.Evidence.Execution;
import aurora.restore.evidence.Evidence.Outcome;
import aurora.restore.operation.Arn;
import aurora.restore.operation.CleanUpPlan;
import aurora.restore.operation.CleanUpReport;
import aurora.restore.operation.ExecutionContext;
import aurora.restore.operation.Failure;
import aurora.restore.operation.RestorePlan;
import aurora.restore.operation.RestoreReport;
import aurora.restore.operation.StateContext;
import aurora.restore.telemetry.HasTrace;
import aurora.restore.telemetry.Trace;
import java.time.Instant;

/**
 * What Record Evidence is handed: of a restore its plan and report, of a failure the failure, of a
 * clean-up its plan and report.
 *
 * @param event how the operation has ended
 * @param execution the execution that has it written; of a failure, the one that reports it
 */
public record RecordEvidenceInput(
    Outcome event,
    RestorePlan plan,
    RestoreReport report,
    Failure failure,
    CleanUpPlan cleanUp,
    CleanUpReport cleanUpReport,
    ExecutionContext execution,
    StateContext state)
    implements HasTrace {

  @Override
  public Trace trace() {
    return execution.trace(operationId(), state);
  }

  String operationId() {
    return switch (event) {
      case COMPLETED -> plan.operationId();
      case FAILED -> failure.operationId();
      case CLEANED_UP -> cleanUp.operationId();
    };
  }

  /** When the execution began that has ended so. */
  Instant startedAt() {
    return failure == null ? execution.startedAt() : failure.startedAt();
  }

  /**
   * @param recordedAt when the end was recorded; of a failure it is known by itself
   */
  Execution ended(Instant recordedAt) {
    return failure == null
        ? new Execution(
            execution.id(),
            execution.name(),
            execution.redriveCount(),
            execution.startedAt(),
            recordedAt)
        : new Execution(
            failure.executionArn(),
            nameOf(failure.executionArn()),
            failure.redriveCount(),
            failure.startedAt(),
            failure.failedAt());
  }

  private static String nameOf(String executionArn) {
    var machineAndName = new Arn(executionArn).name();
    return machineAndName.substring(machineAndName.indexOf(':') + 1);
  }
}
