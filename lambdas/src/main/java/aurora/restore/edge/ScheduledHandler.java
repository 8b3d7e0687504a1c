package aurora.restore.edge;

import aurora.restore.telemetry.Loggable;
import aurora.restore.telemetry.Measurement;
import java.time.Instant;
import java.util.List;

/**
 * A function that a schedule calls. Of the event only the time is passed on, which stays the same
 * when the call is repeated.
 *
 * @param <O> what it did, for the log
 */
public abstract class ScheduledHandler<O extends Loggable> extends JsonHandler<ScheduledCall, O> {
  protected ScheduledHandler(Edge edge) {
    super(edge, ScheduledCall.class);
  }

  @Override
  protected final O handle(ScheduledCall call) {
    if (call.time() == null) {
      throw new IllegalArgumentException("the event has no time");
    }
    return handle(call.time());
  }

  /**
   * Does the function's one thing. Safe to call again with the same time.
   *
   * @param firedAt when the schedule fired
   */
  protected abstract O handle(Instant firedAt);

  @Override
  protected final List<Measurement> measured(ScheduledCall call, O answer) {
    return measured(answer);
  }

  /** What the call has measured. Called after it has done its work, and calls nobody. */
  protected List<Measurement> measured(O answer) {
    return List.of();
  }
}
