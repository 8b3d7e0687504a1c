package aurora.restore.audit;

import aurora.restore.operation.ExecutionContext;
import aurora.restore.operation.Failure;
import aurora.restore.operation.Milestone;
import aurora.restore.operation.RestorePlan;
import aurora.restore.operation.RestoreReport;
import aurora.restore.operation.StateContext;

/**
 * What Record Audit is handed: of a restore the plan, of a failure the failure.
 *
 * @param execution the execution that records
 * @param report what the restore has brought about; null before it is verified
 */
public record AuditInput(
    Milestone event,
    RestorePlan plan,
    ExecutionContext execution,
    StateContext state,
    RestoreReport report,
    Failure failure) {

  Entry entry() {
    return failure == null
        ? new MilestoneEntry(event, plan, execution, state, report)
        : new FailureEntry(failure, execution);
  }
}
