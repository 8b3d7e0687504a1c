package aurora.restore.audit;

import aurora.restore.operation.CleanUpPlan;
import aurora.restore.operation.ExecutionContext;

/** What Purge Records is handed. */
public record PurgeInput(CleanUpPlan plan, ExecutionContext execution) {}
