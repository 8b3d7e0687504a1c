package aurora.restore.engine;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/**
 * The events of one execution, in order. Holds to the 25,000 of the Step Functions service quotas:
 * an execution whose event 25,000 would not end it fails instead.
 */
final class History {
  static final int MOST_EVENTS = 25_000;

  private static final Set<HistoryEventType> ENDS =
      Set.of(
          HistoryEventType.EXECUTION_SUCCEEDED,
          HistoryEventType.EXECUTION_FAILED,
          HistoryEventType.EXECUTION_TIMED_OUT,
          HistoryEventType.EXECUTION_ABORTED);

  private final InstantSource time;
  private final Consumer<HistoryEvent> listener;
  private final List<HistoryEvent> events = new ArrayList<>();

  History(InstantSource time, Consumer<HistoryEvent> listener) {
    this.time = time;
    this.listener = listener;
  }

  /**
   * Appends an event.
   *
   * @param previous id of the event that led to it; 0 for the first
   * @return the new event's id
   */
  long record(HistoryEventType type, long previous, Consumer<HistoryEvent.Builder> details) {
    if (events.size() + 1 >= MOST_EVENTS && !ENDS.contains(type)) {
      throw new HistoryFull();
    }
    var event =
        HistoryEvent.builder()
            .id((long) events.size() + 1)
            .previousEventId(previous)
            .timestamp(time.instant())
            .type(type)
            .applyMutation(details)
            .build();
    events.add(event);
    listener.accept(event);
    return event.id();
  }

  int size() {
    return events.size();
  }

  List<HistoryEvent> events() {
    return Collections.unmodifiableList(events);
  }
}
