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

/** What Record Evidence is handed: how a restore or a clean-up has ended. */
public sealed interface RecordEvidenceInput extends HasTrace {
  /** The execution that has it written; of a failure, the one that reports it. */
  ExecutionContext execution();

  StateContext state();

  String operationId();

  Outcome event();

  /** When the execution began that has ended so. */
  default Instant startedAt() {
    return execution().startedAt();
  }

  /**
   * @param recordedAt when the end was recorded; of a failure it is known by itself
   */
  default Execution ended(Instant recordedAt) {
    var execution = execution();
    return new Execution(
        execution.id(),
        execution.name(),
        execution.redriveCount(),
        execution.startedAt(),
        recordedAt);
  }

  @Override
  default Trace trace() {
    return execution().trace(operationId(), state());
  }

  record Completed(
      RestorePlan plan, RestoreReport report, ExecutionContext execution, StateContext state)
      implements RecordEvidenceInput {

    @Override
    public String operationId() {
      return plan.operationId();
    }

    @Override
    public Outcome event() {
      return Outcome.COMPLETED;
    }
  }

  record Failed(Failure failure, ExecutionContext execution, StateContext state)
      implements RecordEvidenceInput {

    @Override
    public String operationId() {
      return failure.operationId();
    }

    @Override
    public Outcome event() {
      return Outcome.FAILED;
    }

    @Override
    public Instant startedAt() {
      return failure.startedAt();
    }

    @Override
    public Execution ended(Instant recordedAt) {
      return new Execution(
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

  record CleanedUp(
      CleanUpPlan cleanUp,
      CleanUpReport cleanUpReport,
      ExecutionContext execution,
      StateContext state)
      implements RecordEvidenceInput {

    @Override
    public String operationId() {
      return cleanUp.operationId();
    }

    @Override
    public Outcome event() {
      return Outcome.CLEANED_UP;
    }
  }
}
