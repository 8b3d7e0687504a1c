package aurora.restore.engine;

import aurora.restore.asl.State;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/**
 * Runs an inline Map. The iterations interleave through virtual time; the first failure that its
 * own states don't catch aborts the others. A redrive goes on with the iterations that did not
 * succeed.
 */
final class MapVisit extends Visit implements Branch.Owner {
  private final State.MapState map;

  /** Null until the items of the current attempt are known. */
  private List<Iteration> iterations;

  private long mostAtOnce;
  private boolean dataLimitExceeded;

  MapVisit(Branch branch, State.MapState map, JsonNode input) {
    super(branch, input);
    this.map = map;
  }

  @Override
  State.MapState state() {
    return map;
  }

  @Override
  HistoryEventType enteredType() {
    return HistoryEventType.MAP_STATE_ENTERED;
  }

  @Override
  HistoryEventType exitedType() {
    return HistoryEventType.MAP_STATE_EXITED;
  }

  @Override
  void run() {
    iterations = null;
    dataLimitExceeded = false;
    var items = items();
    mostAtOnce =
        map.maxConcurrency() == null
            ? 0
            : WholeNumber.number(
                evaluate(map.maxConcurrency(), "MaxConcurrency", bindings()),
                "MaxConcurrency",
                0,
                Integer.MAX_VALUE);
    var planned = new ArrayList<Iteration>();
    for (int i = 0; i < items.size(); i++) {
      planned.add(iteration(new Branch.Item(i, items.get(i))));
    }
    branch()
        .record(
            HistoryEventType.MAP_STATE_STARTED,
            event -> event.mapStateStartedEventDetails(details -> details.length(items.size())));
    iterations = planned;
    planned.forEach(iteration -> iteration.branch().follow(branch().lastEvent()));
    proceed();
  }

  private JsonNode items() {
    if (map.items() == null) {
      return array(input());
    }
    return array(evaluate(map.items(), "Items", bindings()));
  }

  private static JsonNode array(JsonNode items) {
    if (!items.isArray()) {
      throw StateFailure.query("Items", "Items must come to an array, not " + items);
    }
    return items;
  }

  private Iteration iteration(Branch.Item item) {
    var input =
        map.itemSelector() == null
            ? item.value()
            : Payload.checked(
                evaluate(map.itemSelector(), "ItemSelector", bindings(item)), "ItemSelector");
    var line =
        new Branch(process(), this, map.processor().states(), new Scope(branch().scope()), item);
    return new Iteration(map, line, input);
  }

  @Override
  void redrive() {
    if (iterations == null || dataLimitExceeded) {
      run();
      return;
    }
    for (var iteration : iterations) {
      iteration.rearm(branch().lastEvent());
    }
    proceed();
  }

  /** Starts as many iterations as may run at once, or leaves when all have succeeded. */
  private void proceed() {
    if (iterations.stream().allMatch(Iteration::hasSucceeded)) {
      complete();
      return;
    }
    long running = iterations.stream().filter(Iteration::isRunning).count();
    for (var iteration : iterations) {
      if (mostAtOnce > 0 && running >= mostAtOnce) {
        return;
      }
      if (iteration.isWaiting()) {
        iteration.start();
        running++;
      }
    }
  }

  private void complete() {
    var result = JsonNodeFactory.instance.arrayNode();
    iterations.forEach(iteration -> result.add(iteration.output()));
    Payload.checked(result, "The result of '" + map.name() + "'");
    branch().record(HistoryEventType.MAP_STATE_SUCCEEDED, event -> {});
    leave(map.assign(), map.output(), result, bindings().with("result", result), map.next());
  }

  @Override
  public void ended(Branch line, JsonNode output) {
    branch()
        .guarded(
            () -> {
              iteration(line).succeed(output);
              branch().follow(line.lastEvent());
              proceed();
            });
  }

  @Override
  public void failed(Branch line, StateFailure failure, String origin) {
    branch()
        .guarded(
            () -> {
              dataLimitExceeded = failure.error().equals(StateFailure.DATA_LIMIT);
              iteration(line).fail();
              abortIterations();
              branch().follow(line.lastEvent());
              branch().record(HistoryEventType.MAP_STATE_FAILED, event -> {});
              failed(failure.outside(), origin);
            });
  }

  private Iteration iteration(Branch line) {
    return iterations.stream()
        .filter(iteration -> iteration.branch() == line)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("not an iteration of " + map.name()));
  }

  private void abortIterations() {
    iterations.stream().filter(Iteration::isRunning).forEach(Iteration::abort);
  }

  @Override
  void abort() {
    if (iterations != null && iterations.stream().anyMatch(Iteration::isRunning)) {
      abortIterations();
      branch().record(HistoryEventType.MAP_STATE_ABORTED, event -> {});
    }
  }

  @Override
  String where() {
    if (iterations != null) {
      for (var iteration : iterations) {
        if (iteration.isRunning() && iteration.branch().where() != null) {
          return iteration.branch().where();
        }
      }
    }
    return map.name();
  }
}
