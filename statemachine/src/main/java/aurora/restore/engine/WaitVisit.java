package aurora.restore.engine;

import aurora.restore.asl.State;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/**
 * Lets time pass. A redrive waits anew; where the state names a timestamp that has passed, it goes
 * on at once.
 */
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
    if (pause.seconds() != null) {
      return process()
          .now()
          .plusSeconds(
              Whole.number(
                  evaluate(pause.seconds(), "Seconds", bindings()), "Seconds", 0, MOST_SECONDS));
    }
    var timestamp = evaluate(new TextNode(pause.timestamp()), "Timestamp", bindings());
    try {
      return OffsetDateTime.parse(timestamp.asText()).toInstant();
    } catch (DateTimeParseException e) {
      throw StateFailure.query(
          "Timestamp", "Timestamp must be an ISO-8601 instant, not " + timestamp);
    }
  }
}
