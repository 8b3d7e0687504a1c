package aurora.restore.engine;

import aurora.restore.asl.State;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/** Lets time pass. A redrive waits anew. */
final class WaitVisit extends Visit {
  private static final long MOST_SECONDS = 99_999_999;

  private final State.Wait pause;

  WaitVisit(Branch branch, State.Wait pause, JsonNode input) {
    super(branch, input);
    this.pause = pause;
  }

  @Override
  State.Wait state() {
    return pause;
  }

  @Override
  HistoryEventType enteredType() {
    return HistoryEventType.WAIT_STATE_ENTERED;
  }

  @Override
  HistoryEventType exitedType() {
    return HistoryEventType.WAIT_STATE_EXITED;
  }

  @Override
  void run() {
    branch()
        .later(
            due(), () -> leave(pause.assign(), pause.output(), input(), bindings(), pause.next()));
  }

  private Instant due() {
    var seconds = evaluate(pause.seconds(), "Seconds", bindings());
    return process().now().plusSeconds(WholeNumber.number(seconds, "Seconds", 0, MOST_SECONDS));
  }
}
