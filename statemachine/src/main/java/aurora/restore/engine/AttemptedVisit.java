package aurora.restore.engine;

import aurora.restore.asl.Catcher;
import aurora.restore.asl.State;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** A visit whose failures are retried, then caught, then left to the branch. */
abstract class AttemptedVisit extends Visit {
  private Retries retries;

  AttemptedVisit(Branch branch, State.Attempted state, JsonNode input) {
    super(branch, input);
    this.retries = new Retries(state.retry(), process().random());
  }

  @Override
  abstract State.Attempted state();

  /** Does the unfinished work again; the retry counters have been reset. */
  abstract void resume();

  @Override
  final void redrive() {
    retries = new Retries(state().retry(), process().random());
    resume();
  }

  @Override
  final int retryCount() {
    return retries.count();
  }

  @Override
  final void failed(StateFailure failure, String origin) {
    recordEvaluation(failure);
    var delay = retries.next(failure.error());
    if (delay.isPresent()) {
      branch().later(process().now().plus(delay.get()), this::run);
      return;
    }
    for (var catcher : state().catchers()) {
      if (Retries.matches(catcher.errorEquals(), failure.error())) {
        rescue(catcher, failure);
        return;
      }
    }
    branch().fail(failure, origin);
  }

  private void rescue(Catcher catcher, StateFailure failure) {
    var errorOutput = JsonNodeFactory.instance.objectNode();
    errorOutput.put("Error", failure.error());
    errorOutput.put("Cause", failure.cause());
    try {
      leave(
          catcher.assign(),
          catcher.output(),
          errorOutput,
          bindings().with("errorOutput", errorOutput),
          catcher.next());
    } catch (StateFailure again) {
      // Nothing catches what goes wrong in a catcher.
      recordEvaluation(again);
      branch().fail(again, state().name());
    }
  }
}
