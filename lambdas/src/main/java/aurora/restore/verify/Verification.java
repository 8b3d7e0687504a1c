package aurora.restore.verify;

import aurora.restore.operation.Look;
import aurora.restore.operation.RestoreReport;
import aurora.restore.telemetry.Told;

/**
 * What Verify Restore answers.
 *
 * @param look PENDING while RDS is at work on what is to be verified, else READY
 * @param report null while it is pending
 * @param redriveCount how often the execution had been redriven: once it is redriven again, the
 *     state machine has it verified again before anything is recorded or told
 */
public record Verification(Look look, RestoreReport report, int redriveCount) implements Told {

  @Override
  public String told() {
    return report == null ? look.told() : report.told();
  }
}
