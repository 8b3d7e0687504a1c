package aurora.restore.audit;

import aurora.restore.operation.CleanUpPlan;
import aurora.restore.operation.CleanUpReport;
import aurora.restore.operation.ExecutionContext;
import aurora.restore.operation.Failure;
import aurora.restore.operation.Milestone;
import aurora.restore.operation.RestorePlan;
import aurora.restore.operation.RestoreReport;
import aurora.restore.operation.StateContext;
import aurora.restore.telemetry.HasTrace;
import aurora.restore.telemetry.Trace;

/** What Record Audit is handed: a milestone of a restore or of a clean-up, or a failure. */
public sealed interface AuditInput extends HasTrace {
  /** The execution that records. */
  ExecutionContext execution();

  StateContext state();

  Entry entry();

  @Override
  default Trace trace() {
    return execution().trace(entry().operationId(), state());
  }

  /**
   * @param report what the restore has brought about; null before it is verified
   */
  record OfRestore(
      RestorePlan plan,
      Milestone event,
      ExecutionContext execution,
      StateContext state,
      RestoreReport report)
      implements AuditInput {

    @Override
    public Entry entry() {
      return new MilestoneEntry(event, plan, execution, state, report);
    }
  }

  record OfFailure(Failure failure, ExecutionContext execution, StateContext state)
      implements AuditInput {

    /** Without the operation's row: that tells when it is recorded. */
    @Override
    public Entry entry() {
      return new FailureEntry(failure, execution, null);
    }
  }

  /**
   * @param cleanUpReport what the clean-up has brought about; null before it is verified
   */
  record OfCleanUp(
      CleanUpPlan cleanUp,
      Milestone event,
      ExecutionContext execution,
      StateContext state,
      CleanUpReport cleanUpReport)
      implements AuditInput {

    @Override
    public Entry entry() {
      return new CleanUpEntry(event, cleanUp, execution, state, cleanUpReport);
    }
  }
}
