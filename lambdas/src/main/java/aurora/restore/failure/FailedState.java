package aurora.restore.failure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/**
 * Finds the state that an execution ended at, by walking its history backwards from that end. The
 * first event met that belongs to a state at work decides: the failure of a task, or a state that
 * was entered and not left. An error that was retried and passed lies further back, and is never
 * reached.
 */
final class FailedState {
  private static final Set<HistoryEventType> FAILURES =
      Set.of(
          HistoryEventType.TASK_FAILED,
          HistoryEventType.TASK_TIMED_OUT,
          HistoryEventType.TASK_START_FAILED,
          HistoryEventType.TASK_SUBMIT_FAILED,
          HistoryEventType.EVALUATION_FAILED);

  /** The end is what is looked for: whoever needs more events than this has lost it. */
  private static final int MOST_EVENTS = 25_000;

  private final int generation;
  private final Map<Long, HistoryEvent> events = new HashMap<>();
  private final Set<Long> left = new HashSet<>();
  private HistoryEvent failure;
  private HistoryEvent lastEntered;
  private HistoryEvent atWork;
  private boolean isWithinGeneration;

  private FailedState(int generation, boolean isLatest) {
    this.generation = generation;
    this.isWithinGeneration = isLatest;
  }

  /**
   * The state's name; empty where the history doesn't tell.
   *
   * @param generation how often the execution had been redriven when it ended
   * @param isLatest whether it hasn't been redriven since
   */
  static Optional<String> of(String executionArn, int generation, boolean isLatest, SfnClient sfn) {
    var search = new FailedState(generation, isLatest);
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
    if (isOfLaterRedrive(event)) {
      return false;
    }
    events.put(event.id(), event);
    if (event.stateEnteredEventDetails() != null) {
      noteEntry(event);
    } else if (event.stateExitedEventDetails() != null || left.remove(event.id())) {
      left.add(event.previousEventId());
    } else if (failure == null && atWork == null && FAILURES.contains(event.type())) {
      failure = event;
    }
    return atWork != null && failure == null || failure != null && entryOf(failure).isPresent();
  }

  /** What came after the end that is looked for is passed over. */
  private boolean isOfLaterRedrive(HistoryEvent event) {
    var redriven = event.executionRedrivenEventDetails();
    if (redriven != null && redriven.redriveCount() == generation + 1) {
      isWithinGeneration = true;
      return true;
    }
    return !isWithinGeneration;
  }

  private void noteEntry(HistoryEvent entered) {
    if (lastEntered == null) {
      lastEntered = entered;
    }
    if (!left.remove(entered.id()) && atWork == null) {
      atWork = entered;
    }
  }

  private Optional<String> name() {
    return Optional.ofNullable(failure)
        .flatMap(this::entryOf)
        .or(() -> Optional.ofNullable(atWork))
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
