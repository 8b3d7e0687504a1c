package aurora.restore.audit;

import aurora.restore.operation.ExecutionContext;
import aurora.restore.operation.Milestone;
import aurora.restore.operation.RestorePlan;
import aurora.restore.operation.RestoreReport;
import aurora.restore.operation.StateContext;

/**
 * What Record Audit is handed.
 *
 * @param report what the restore has brought about; null before it is verified
 */
public record AuditInput(
    Milestone event,
    RestorePlan plan,
    ExecutionContext execution,
    StateContext state,
    RestoreReport report) {}
