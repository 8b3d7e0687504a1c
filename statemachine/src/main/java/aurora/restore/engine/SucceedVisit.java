package aurora.restore.engine;

import aurora.restore.asl.State;
import com.fasterxml.jackson.databind.JsonNode;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/** Ends its branch well. */
final class SucceedVisit extends Visit {
  private final State.Succeed succeed;

  SucceedVisit(Branch branch, State.Succeed succeed, JsonNode input) {
    super(branch, input);
    this.succeed = succeed;
  }

  @Override
  State.Succeed state() {
    return succeed;
  }

  @Override
  HistoryEventType enteredType() {
    return HistoryEventType.SUCCEED_STATE_ENTERED;
  }

  @Override
  HistoryEventType exitedType() {
    return HistoryEventType.SUCCEED_STATE_EXITED;
  }

  @Override
  void run() {
    leave(null, succeed.output(), input(), bindings(), null);
  }
}
