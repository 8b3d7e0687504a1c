package aurora.restore.data;

import aurora.restore.operation.RestoreReport;
import aurora.restore.operation.WaitAnswer;
import aurora.restore.telemetry.Loggable;
import java.util.List;

/**
 * What Run Checks answers; by the first three the state machine goes on as after Verify Restore.
 *
 * @param look PENDING while the Data API isn't ready, else READY
 * @param report what was verified before; once it is READY, with what the checks found
 * @param redriveCount how often the execution had been redriven
 * @param warnings what the checks found that is no failure
 */
public record Checked(
    WaitAnswer look, RestoreReport report, int redriveCount, List<String> warnings)
    implements Loggable {

  @Override
  public String summary() {
    return look.isReady() ? "made " + report.checks().size() + " checks" : look.summary();
  }
}
