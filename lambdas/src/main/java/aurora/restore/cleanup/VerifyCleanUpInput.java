package aurora.restore.cleanup;

import aurora.restore.operation.CleanUpPlan;
import aurora.restore.operation.ExecutionContext;
import java.util.List;

/**
 * What Verify Clean Up is handed.
 *
 * @param warnings what went wrong without stopping the clean-up
 */
public record VerifyCleanUpInput(
    CleanUpPlan plan, ExecutionContext execution, List<String> warnings) {}
