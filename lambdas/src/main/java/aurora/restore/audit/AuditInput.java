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

/**
 * What Record Audit is handed: of a restore the plan, of a failure the failure, of a clean-up its
 * plan.
 *
 * @param execution the execution that records
 * @param report what the restore has brought about; null before it is verified
 * @param cleanUpReport what the clean-up has brought about; null before that is verified
 */
public record AuditInput(
    Milestone event,
    RestorePlan plan,
    ExecutionContext execution,
    StateContext state,
    RestoreReport report,
    Failure failure,
    CleanUpPlan cleanUp,
    CleanUpReport cleanUpReport)
    implements HasTrace {

  @Override
  public Trace trace() {
    return execution.trace(entry().operationId(), state);
  }

  Entry entry() {
    if (failure != null) {
      return new FailureEntry(failure, execution, null); // the row tells, when it is recorded
    }
    return cleanUp == null
        ? new MilestoneEntry(event, plan, execution, state, report)
        : new CleanUpEntry(event, cleanUp, execution, state, cleanUpReport);
  }
}
