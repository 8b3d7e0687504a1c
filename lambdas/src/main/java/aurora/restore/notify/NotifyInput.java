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

/** What Notify is handed: a milestone of a restore or of a clean-up, or a failure. */
public sealed interface NotifyInput extends HasTrace {
  ExecutionContext execution();

  StateContext state();

  String operationId();

  /**
   * @param runbook where the runbook is read
   */
  Mail mail(String runbook);

  @Override
  default Trace trace() {
    return execution().trace(operationId(), state());
  }

  /**
   * @param report what the restore has brought about; null before it is verified
   * @param evidence what came of writing evidence of the end; null before the end
   */
  record OfRestore(
      RestorePlan plan,
      Milestone event,
      ExecutionContext execution,
      StateContext state,
      RestoreReport report,
      EvidenceOutcome evidence)
      implements NotifyInput {

    @Override
    public String operationId() {
      return plan.operationId();
    }

    @Override
    public Mail mail(String runbook) {
      return new MilestoneMail(event, plan, execution, state, report, evidence).written();
    }
  }

  /**
   * @param claimed whether the failed execution held its operation; null where that isn't known
   * @param keptBecause why nothing is cleaned up although the input asks for that; empty or null
   *     where it is, or nothing asks
   * @param cleanUpError why the clean-up couldn't be started; empty or null where it could
   * @param left what the failed execution may have left; null where that isn't known
   * @param evidence what came of writing evidence of the failure; null where nothing is recorded
   */
  record OfFailure(
      Failure failure,
      ExecutionContext execution,
      StateContext state,
      Boolean claimed,
      String keptBecause,
      String cleanUpError,
      LeftBehind left,
      EvidenceOutcome evidence)
      implements NotifyInput {

    @Override
    public String operationId() {
      return failure.operationId();
    }

    @Override
    public Mail mail(String runbook) {
      var hadClaim = Boolean.TRUE.equals(claimed);
      return new FailureMail(failure, hadClaim, keptBecause, cleanUpError, left, runbook, evidence)
          .written();
    }
  }

  /**
   * @param cleanUpReport what the clean-up has brought about; null before it is verified
   * @param evidence what came of writing evidence of the end; null before the end
   */
  record OfCleanUp(
      CleanUpPlan cleanUp,
      Milestone event,
      ExecutionContext execution,
      StateContext state,
      CleanUpReport cleanUpReport,
      EvidenceOutcome evidence)
      implements NotifyInput {

    @Override
    public String operationId() {
      return cleanUp.operationId();
    }

    @Override
    public Mail mail(String runbook) {
      return new CleanUpMail(event, cleanUp, execution, state, cleanUpReport, evidence).written();
    }
  }
}
