package aurora.restore.cleanup;

import aurora.restore.operation.ExecutionContext;

/** What Plan Clean Up is handed: the execution, whose input is the clean-up's. */
public record CleanUpInput(ExecutionContext execution) {}
