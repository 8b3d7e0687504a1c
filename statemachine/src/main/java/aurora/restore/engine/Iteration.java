package aurora.restore.engine;

import aurora.restore.asl.State;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;
import software.amazon.awssdk.services.sfn.model.MapIterationEventDetails;

/** One iteration of a Map: a branch, and how far it has come. */
final class Iteration {
  private enum Progress {
    WAITING,
    RUNNING,
    SUCCEEDED,
    FAILED,
    ABORTED
  }

  private final State.MapState map;
  private final Branch branch;
  private final JsonNode input;
  private Progress progress = Progress.WAITING;

  /** Whether its Started event has been recorded: from then on it is redriven, not started. */
  private boolean begun;

  private JsonNode output;

  Iteration(State.MapState map, Branch branch, JsonNode input) {
    this.map = map;
    this.branch = branch;
    this.input = input;
  }

  Branch branch() {
    return branch;
  }

  JsonNode output() {
    return output;
  }

  boolean isWaiting() {
    return progress == Progress.WAITING;
  }

  boolean isRunning() {
    return progress == Progress.RUNNING;
  }

  boolean hasSucceeded() {
    return progress == Progress.SUCCEEDED;
  }

  void start() {
    progress = Progress.RUNNING;
    if (begun) {
      branch.redrive(branch.lastEvent());
    } else {
      branch.later(branch.process().now(), this::begin);
    }
  }

  private void begin() {
    begun = true;
    branch.record(
        HistoryEventType.MAP_ITERATION_STARTED,
        event -> event.mapIterationStartedEventDetails(identity()));
    branch.go(map.processor().startAt(), input);
  }

  void succeed(JsonNode result) {
    progress = Progress.SUCCEEDED;
    output = result;
    branch.record(
        HistoryEventType.MAP_ITERATION_SUCCEEDED,
        event -> event.mapIterationSucceededEventDetails(identity()));
  }

  void fail() {
    progress = Progress.FAILED;
    branch.record(
        HistoryEventType.MAP_ITERATION_FAILED,
        event -> event.mapIterationFailedEventDetails(identity()));
  }

  void abort() {
    branch.abort();
    progress = Progress.ABORTED;
    if (begun) {
      branch.record(
          HistoryEventType.MAP_ITERATION_ABORTED,
          event -> event.mapIterationAbortedEventDetails(identity()));
    }
  }

  /** Gets ready to go on after a redrive, unless it has succeeded. */
  void rearm(long redriven) {
    if (!hasSucceeded()) {
      progress = Progress.WAITING;
      branch.follow(redriven);
    }
  }

  private Consumer<MapIterationEventDetails.Builder> identity() {
    return details -> details.name(map.name()).index(branch.item().index());
  }
}
