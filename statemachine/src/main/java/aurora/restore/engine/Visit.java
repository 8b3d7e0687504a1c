package aurora.restore.engine;

import aurora.restore.asl.State;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/** One stay in a state, from its Entered event to its Exited event. */
abstract class Visit {
  private final Branch branch;
  private final JsonNode input;
  private final Instant entered;

  Visit(Branch branch, JsonNode input) {
    this.branch = branch;
    this.input = input;
    this.entered = branch.process().now();
  }

  static Visit of(Branch branch, State state, JsonNode input) {
    return switch (state) {
      case State.Task task -> new TaskVisit(branch, task, input);
      case State.Choice choice -> new ChoiceVisit(branch, choice, input);
      case State.Wait pause -> new WaitVisit(branch, pause, input);
      case State.MapState map -> new MapVisit(branch, map, input);
      case State.Succeed succeed -> new SucceedVisit(branch, succeed, input);
    };
  }

  abstract State state();

  /** Does the state's work, for the first time or once more. */
  abstract void run();

  abstract HistoryEventType enteredType();

  abstract HistoryEventType exitedType();

  /** Does the unfinished work again: for most states that is all of it. */
  void redrive() {
    run();
  }

  /** Stops whatever goes on inside the state. */
  void abort() {
    // Only a Map has anything inside; what is due for the state itself, its branch has cancelled.
  }

  /** Retries of this visit so far. */
  int retryCount() {
    return 0;
  }

  /** The innermost state at work. */
  String where() {
    return state().name();
  }

  /** The state failed; by default there is no way on. */
  void failed(StateFailure failure, String origin) {
    recordEvaluation(failure);
    branch.fail(failure, origin);
  }

  final Branch branch() {
    return branch;
  }

  final ExecutionProcess process() {
    return branch.process();
  }

  final JsonNode input() {
    return input;
  }

  final Instant entered() {
    return entered;
  }

  final void recordEntered() {
    branch.record(
        enteredType(),
        event ->
            event.stateEnteredEventDetails(
                details ->
                    details
                        .name(state().name())
                        .input(input.toString())
                        .inputDetails(data -> data.truncated(false))));
  }

  final void recordEvaluation(StateFailure failure) {
    if (failure.field() != null) {
      branch.record(
          HistoryEventType.EVALUATION_FAILED,
          event ->
              event.evaluationFailedEventDetails(
                  details ->
                      details
                          .error(failure.error())
                          .cause(failure.cause())
                          .location(failure.field())
                          .state(state().name())));
    }
  }

  /** What the state's expressions may read, before there is a result. */
  final JsonataEvaluator.Bindings bindings() {
    return bindings(branch.item());
  }

  final JsonataEvaluator.Bindings bindings(Branch.Item item) {
    return new JsonataEvaluator.Bindings(
        ContextObject.states(process(), this, item), branch.scope());
  }

  final JsonNode evaluate(JsonNode template, String field, JsonataEvaluator.Bindings bindings) {
    return process().evaluator().evaluate(template, field, bindings);
  }

  /**
   * Leaves the state. Assign and Output both see the variables as they were on entry; what is
   * assigned shows from the next state on.
   *
   * @param otherwise the output where the state defines none
   * @param next the next state; null ends the branch
   */
  final void leave(
      ObjectNode assign,
      JsonNode output,
      JsonNode otherwise,
      JsonataEvaluator.Bindings bindings,
      String next) {
    var assigned = new LinkedHashMap<String, JsonNode>();
    if (assign != null) {
      var values = Payload.checked(evaluate(assign, "Assign", bindings), "Assign");
      values.properties().forEach(entry -> assigned.put(entry.getKey(), entry.getValue()));
    }
    var result =
        Payload.checked(
            output == null ? otherwise : evaluate(output, "Output", bindings), "The output");
    assigned.forEach(branch.scope()::assign);
    recordExited(result, assigned);
    if (next == null) {
      branch.end(result);
    } else {
      branch.go(next, result);
    }
  }

  private void recordExited(JsonNode output, Map<String, JsonNode> assigned) {
    var variables = new LinkedHashMap<String, String>();
    assigned.forEach((name, value) -> variables.put(name, value.toString()));
    branch.record(
        exitedType(),
        event ->
            event.stateExitedEventDetails(
                details -> {
                  details
                      .name(state().name())
                      .output(output.toString())
                      .outputDetails(data -> data.truncated(false));
                  if (!variables.isEmpty()) {
                    details
                        .assignedVariables(variables)
                        .assignedVariablesDetails(data -> data.truncated(false));
                  }
                }));
  }
}
