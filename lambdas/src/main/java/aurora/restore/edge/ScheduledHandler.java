package aurora.restore.edge;

import aurora.restore.telemetry.Measurement;
import aurora.restore.telemetry.Told;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A function that a schedule calls. Lambda itself reads the event; of it only the time is passed
 * on, which stays the same when the call is repeated.
 *
 * @param <O> what it did, for the log
 */
public abstract class ScheduledHandler<O extends Told>
    implements RequestHandler<ScheduledEvent, O> {
  private final Edge edge;

  protected ScheduledHandler(Edge edge) {
    this.edge = edge;
  }

  @Override
  public final O handleRequest(ScheduledEvent event, Context context) {
    var journal = LambdaLog.journal(edge, context);
    try {
      if (event.getTime() == null) {
        throw new IllegalArgumentException("the event has no time");
      }
      var answer = handle(Instant.ofEpochMilli(event.getTime().getMillis()));
      measured(answer).forEach(journal::measured);
      journal.done(answer);
      return answer;
    } catch (SdkException e) {
      var named = Boundary.named(e, context.getFunctionName());
      journal.failed(named);
      throw named;
    } catch (RuntimeException | Error e) {
      journal.failed(e);
      throw e;
    }
  }

  /**
   * Does the function's one thing. Safe to call again with the same time.
   *
   * @param firedAt when the schedule fired
   */
  protected abstract O handle(Instant firedAt);

  /** What the call has measured. Called after it has done its work, and calls nobody. */
  protected List<Measurement> measured(O answer) {
    return List.of();
  }
}
