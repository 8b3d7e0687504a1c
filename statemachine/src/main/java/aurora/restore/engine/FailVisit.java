package aurora.restore.engine;

import aurora.restore.asl.State;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/** Ends its branch badly, and again when it is redriven. It has no Exited event. */
final class FailVisit extends Visit {
  private final State.Fail fail;

  FailVisit(Branch branch, State.Fail fail, JsonNode input) {
    super(branch, input);
    this.fail = fail;
  }

  @Override
  State.Fail state() {
    return fail;
  }

  @Override
  HistoryEventType enteredType() {
    return HistoryEventType.FAIL_STATE_ENTERED;
  }

  @Override
  HistoryEventType exitedType() {
    throw new IllegalStateException("a Fail state is never left");
  }

  @Override
  void run() {
    throw StateFailure.of(text(fail.error(), "Error"), text(fail.cause(), "Cause"));
  }

  @Override
  void redrive() {
    recordEntered();
    run();
  }

  private String text(String field, String name) {
    if (field == null) {
      return null;
    }
    var value = evaluate(new TextNode(field), name, bindings());
    if (!value.isTextual()) {
      throw StateFailure.query(name, name + " must be a string, not " + value);
    }
    return value.textValue();
  }
}
