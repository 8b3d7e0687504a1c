package aurora.restore.notify;

import aurora.restore.operation.ExecutionContext;
import aurora.restore.operation.Failure;
import aurora.restore.operation.Milestone;
import aurora.restore.operation.RestorePlan;
import aurora.restore.operation.RestoreReport;
import aurora.restore.operation.StateContext;

/**
 * What Notify is handed: of a restore the plan, of a failure the failure.
 *
 * @param report what the restore has brought about; null before it is verified
 */
public record NotifyInput(
    Milestone event,
    RestorePlan plan,
    ExecutionContext execution,
    StateContext state,
    RestoreReport report,
    Failure failure) {

  Mail mail() {
    return failure == null
        ? new MilestoneMail(event, plan, execution, state, report).written()
        : FailureMail.of(failure);
  }
}
