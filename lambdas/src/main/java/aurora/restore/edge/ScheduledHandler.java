package aurora.restore.edge;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.time.Instant;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A function that a schedule calls. Lambda itself reads the event; of it only the time is passed
 * on, which stays the same when the call is repeated.
 *
 * @param <O> what it did, for the log
 */
public abstract class ScheduledHandler<O> implements RequestHandler<ScheduledEvent, O> {

  @Override
  public final O handleRequest(ScheduledEvent event, Context context) {
    if (event.getTime() == null) {
      throw new IllegalArgumentException("the event has no time");
    }
    try {
      return handle(Instant.ofEpochMilli(event.getTime().getMillis()));
    } catch (SdkException e) {
      throw Boundary.named(e, context.getFunctionName());
    }
  }

  /**
   * Does the function's one thing. Safe to call again with the same time.
   *
   * @param firedAt when the schedule fired
   */
  protected abstract O handle(Instant firedAt);
}
