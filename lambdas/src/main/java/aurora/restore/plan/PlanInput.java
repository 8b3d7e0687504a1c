package aurora.restore.plan;

import aurora.restore.operation.ExecutionContext;

/** What Plan Restore is handed: the execution, whose input is the restore's. */
public record PlanInput(ExecutionContext execution) {}
