package aurora.restore.notify;

import aurora.restore.operation.CleanUpPlan;
import aurora.restore.operation.CleanUpReport;
import aurora.restore.operation.EvidenceOutcome;
import aurora.restore.operation.ExecutionContext;
import aurora.restore.operation.Failure;
import aurora.restore.operation.LeftBehind;
import aurora.restore.operation.Milestone;
import aurora.restore.operation.RestorePlan;
import aurora.restore.operation.RestoreReport;
import aurora.restore.operation.StateContext;
import aurora.restore.telemetry.HasTrace;
import aurora.restore.telemetry.Trace;

/**
 * What Notify is handed: of a restore the plan, of a failure the failure, of a clean-up its plan.
 *
 * @param claimed whether the failed execution held its operation; null where that isn't known
 * @param keptBecause why nothing is cleaned up although the input asks for that; empty or null
 *     where it is, or nothing asks
 * @param cleanUpError why the clean-up couldn't be started; empty or null where it could
 * @param left what the failed execution may have left; null where that isn't known
 * @param report what the restore has brought about; null before it is verified
 * @param cleanUpReport what the clean-up has brought about; null before that is verified
 * @param evidence what came of writing evidence of the end; null before the end
 */
public record NotifyInput(
    Milestone event,
    RestorePlan plan,
    ExecutionContext execution,
    StateContext state,
    RestoreReport report,
    Failure failure,
    Boolean claimed,
    String keptBecause,
    String cleanUpError,
    LeftBehind left,
    CleanUpPlan cleanUp,
    CleanUpReport cleanUpReport,
    EvidenceOutcome evidence)
    implements HasTrace {

  @Override
  public Trace trace() {
    return execution.trace(operationId(), state);
  }

  private String operationId() {
    if (failure != null) {
      return failure.operationId();
    }
    return cleanUp == null ? plan.operationId() : cleanUp.operationId();
  }

  /**
   * @param runbook where the runbook is read
   */
  Mail mail(String runbook) {
    if (failure != null) {
      return new FailureMail(
              failure,
              Boolean.TRUE.equals(claimed),
              keptBecause,
              cleanUpError,
              left,
              runbook,
              evidence)
          .written();
    }
    return cleanUp == null
        ? new MilestoneMail(event, plan, execution, state, report, evidence).written()
        : new CleanUpMail(event, cleanUp, execution, state, cleanUpReport, evidence).written();
  }
}
