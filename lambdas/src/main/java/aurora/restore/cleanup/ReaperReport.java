package aurora.restore.cleanup;

import aurora.restore.telemetry.Loggable;
import java.util.List;

/**
 * What the reaper did and saw, for its log.
 *
 * @param cleanUps the operations whose clean-up it started, since they had expired
 * @param reports the executions whose end it had reported, since nobody else had
 * @param retried the reports that had failed themselves and were redriven
 * @param orphans the operations that nothing tells of, and of which something is there
 * @param running the operations that an execution works for
 * @param overdue the operations that should have ended by their deadlines and haven't
 * @param drillAgeSeconds since the latest drill was completed; null where the records know none
 */
public record ReaperReport(
    List<String> cleanUps,
    List<String> reports,
    List<String> retried,
    List<String> orphans,
    List<String> running,
    List<String> overdue,
    Long drillAgeSeconds)
    implements Loggable {

  @Override
  public String summary() {
    return "clean-ups started: "
        + cleanUps
        + ", ends reported: "
        + reports
        + ", reports redriven: "
        + retried
        + ", orphans: "
        + orphans
        + ", running: "
        + running
        + ", overdue: "
        + overdue
        + ", latest drill: "
        + (drillAgeSeconds == null ? "none" : drillAgeSeconds + " s ago");
  }
}
