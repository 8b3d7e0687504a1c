package aurora.restore.notify;

import aurora.restore.operation.ExecutionContext;
import aurora.restore.operation.Milestone;
import aurora.restore.operation.RestorePlan;
import aurora.restore.operation.RestoreReport;
import aurora.restore.operation.StateContext;

/**
 * What Notify is handed.
 *
 * @param report what the restore has brought about; null before it is verified
 */
public record NotifyInput(
    Milestone event,
    RestorePlan plan,
    ExecutionContext execution,
    StateContext state,
    RestoreReport report) {}
