package aurora.restore.verify;

import aurora.restore.operation.RestoreReport;
import aurora.restore.operation.WaitAnswer;
import aurora.restore.telemetry.Loggable;

/**
 * What Verify Restore answers.
 *
 * @param look PENDING while RDS is at work on what is to be verified, else READY
 * @param report null while it is pending
 * @param redriveCount how often the execution had been redriven: once it is redriven again, the
 *     state machine has it verified again before anything is recorded or told
 */
public record Verification(WaitAnswer look, RestoreReport report, int redriveCount)
    implements Loggable {

  @Override
  public String summary() {
    return report == null ? look.summary() : report.summary();
  }
}
