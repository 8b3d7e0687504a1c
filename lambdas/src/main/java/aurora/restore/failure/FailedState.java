package aurora.restore.failure;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/**
 * Finds the state that an execution ended at, by walking its history backwards: the state of the
 * last event that tells of a failure, or where none does (a timeout, an abort) the last one
 * entered.
 */
final class FailedState {
  private static final Set<HistoryEventType> FAILURES =
      Set.of(
          HistoryEventType.TASK_FAILED,
          HistoryEventType.TASK_TIMED_OUT,
          HistoryEventType.TASK_START_FAILED,
          HistoryEventType.TASK_SUBMIT_FAILED,
          HistoryEventType.EVALUATION_FAILED);

  /** The failure stands at the end: whoever needs more pages than this has lost it. */
  private static final int MOST_EVENTS = 5_000;

  private final Map<Long, HistoryEvent> events = new HashMap<>();
  private HistoryEvent lastEntered;
  private HistoryEvent lastFailure;

  private FailedState() {}

  /** The state's name; empty where the history doesn't tell. */
  static Optional<String> of(String executionArn, SfnClient sfn) {
    var search = new FailedState();
    sfn
        .getExecutionHistoryPaginator(
            query ->
                query
                    .executionArn(executionArn)
                    .reverseOrder(true)
                    .includeExecutionData(false)
                    .maxResults(1_000))
        .events()
        .stream()
        .limit(MOST_EVENTS)
        .takeWhile(event -> !search.isFoundWith(event))
        .forEach(event -> {});
    return search.name();
  }

  /** Notes an event; true once the state is known. */
  private boolean isFoundWith(HistoryEvent event) {
    events.put(event.id(), event);
    if (lastFailure == null && FAILURES.contains(event.type())) {
      lastFailure = event;
    }
    if (lastEntered == null && event.stateEnteredEventDetails() != null) {
      lastEntered = event;
    }
    return lastFailure != null && entryOf(lastFailure).isPresent();
  }

  private Optional<String> name() {
    return Optional.ofNullable(lastFailure)
        .flatMap(this::entryOf)
        .or(() -> Optional.ofNullable(lastEntered))
        .map(entered -> entered.stateEnteredEventDetails().name());
  }

  /** The entry that leads to an event, as far as it has been read. */
  private Optional<HistoryEvent> entryOf(HistoryEvent event) {
    var at = event;
    while (at != null && at.stateEnteredEventDetails() == null) {
      at = events.get(at.previousEventId());
    }
    return Optional.ofNullable(at);
  }
}
