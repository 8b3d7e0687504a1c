package aurora.restore.data;

import aurora.restore.operation.ExecutionContext;
import aurora.restore.operation.RestorePlan;
import aurora.restore.operation.RestoreReport;
import aurora.restore.operation.StateContext;
import aurora.restore.operation.Wait;
import aurora.restore.telemetry.HasTrace;
import aurora.restore.telemetry.Trace;
import java.time.Instant;

/**
 * What Run Checks is handed.
 *
 * @param plan with checks by SQL
 * @param report what was verified before
 */
public record RunChecksInput(
    RestorePlan plan, ExecutionContext execution, StateContext state, RestoreReport report)
    implements HasTrace {

  /** How long the Data API may take to be ready: as long as an instance. */
  Wait waiting(Instant now) {
    var verifiedAt = execution.startedAt().plusSeconds(report.rtoSeconds());
    return Wait.of(verifiedAt, execution, plan.deadlines().instanceHours(), now);
  }

  @Override
  public Trace trace() {
    return execution.trace(plan.operationId(), state);
  }
}
