package aurora.restore.engine;

import aurora.restore.asl.State;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/**
 * A line of states, visited one after the other: an execution's own, or that of one iteration of a
 * Map. It stays where it stopped, so that a redrive can go on from there.
 */
final class Branch {
  /** Who learns how the line ends. */
  interface Owner {
    void ended(Branch branch, JsonNode output);

    void failed(Branch branch, StateFailure failure, String origin);
  }

  /** The item of an iteration. */
  record Item(int index, JsonNode value) {}

  private record Pending(String state, JsonNode input) {}

  private final ExecutionProcess process;
  private final Owner owner;
  private final Map<String, State> states;
  private final Scope scope;
  private final Item item;
  private Pending pending;
  private Visit visit;
  private long lastEvent;

  /** Continuations of an older generation have been overtaken by an abort or a redrive. */
  private int generation;

  Branch(ExecutionProcess process, Owner owner, Map<String, State> states, Scope scope, Item item) {
    this.process = process;
    this.owner = owner;
    this.states = states;
    this.scope = scope;
    this.item = item;
  }

  ExecutionProcess process() {
    return process;
  }

  Scope scope() {
    return scope;
  }

  /** Null outside a Map. */
  Item item() {
    return item;
  }

  long lastEvent() {
    return lastEvent;
  }

  /** Has the next event follow that one. */
  void follow(long event) {
    lastEvent = event;
  }

  /** The name of the innermost state at work or about to be entered; null where there is none. */
  String where() {
    if (visit != null) {
      return visit.where();
    }
    return pending == null ? null : pending.state();
  }

  void record(HistoryEventType type, Consumer<HistoryEvent.Builder> details) {
    lastEvent = process.execution().recorder().record(type, lastEvent, details);
  }

  void go(String state, JsonNode input) {
    visit = null;
    pending = new Pending(state, input);
    later(process.now(), this::enter);
  }

  private void enter() {
    var arrival = pending;
    pending = null;
    visit = Visit.of(this, states.get(arrival.state()), arrival.input());
    visit.recordEntered();
    visit.run();
  }

  /** The line's last state has been left. */
  void end(JsonNode output) {
    visit = null;
    owner.ended(this, output);
  }

  void fail(StateFailure failure, String origin) {
    generation++;
    owner.failed(this, failure, origin);
  }

  /** Stops the line; nothing that was due for it happens any more. */
  void abort() {
    generation++;
    if (visit != null) {
      visit.abort();
    }
  }

  /** Goes on at the state that was entered and not left. */
  void redrive(long redriven) {
    generation++;
    lastEvent = redriven;
    if (pending != null) {
      later(process.now(), this::enter);
    } else {
      later(process.now(), visit::redrive);
    }
  }

  /**
   * Has {@code action} happen at {@code due}, unless the line or the execution has been stopped.
   */
  void later(Instant due, Runnable action) {
    int born = generation;
    process
        .time()
        .at(
            due,
            () -> {
              if (born == generation && process.execution().isRunning()) {
                guarded(action);
              }
            });
  }

  /** Turns whatever goes wrong in {@code action} into the failure of the state at work. */
  void guarded(Runnable action) {
    try {
      try {
        action.run();
      } catch (StateFailure failure) {
        visit.failed(failure, visit.state().name());
      }
    } catch (HistoryFull full) {
      process.historyIsFull();
    }
  }
}
