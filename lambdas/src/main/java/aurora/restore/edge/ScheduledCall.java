package aurora.restore.edge;

import aurora.restore.telemetry.HasTrace;
import aurora.restore.telemetry.Trace;
import java.time.Instant;

/**
 * What is read of the event that a rule sends when its schedule fires (EventBridge User Guide,
 * "Scheduled events").
 *
 * @param time when the schedule fired
 */
public record ScheduledCall(Instant time) implements HasTrace {
  @Override
  public Trace trace() {
    return Trace.NONE;
  }
}
