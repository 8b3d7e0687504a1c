package aurora.restore.verify;

import aurora.restore.operation.ExecutionContext;
import aurora.restore.operation.Recorded;
import aurora.restore.operation.RestorePlan;
import java.util.List;

/**
 * What Verify Restore is handed.
 *
 * @param timeline the milestones reached, in order
 */
public record VerifyInput(RestorePlan plan, ExecutionContext execution, List<Recorded> timeline) {}
