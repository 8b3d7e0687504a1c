package aurora.restore.engine;

import aurora.restore.asl.State;
import com.fasterxml.jackson.databind.JsonNode;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/** Takes the first rule that holds. A rule's own Assign and Output replace the state's. */
final class ChoiceVisit extends Visit {
  private final State.Choice choice;

  ChoiceVisit(Branch branch, State.Choice choice, JsonNode input) {
    super(branch, input);
    this.choice = choice;
  }

  @Override
  State.Choice state() {
    return choice;
  }

  @Override
  HistoryEventType enteredType() {
    return HistoryEventType.CHOICE_STATE_ENTERED;
  }

  @Override
  HistoryEventType exitedType() {
    return HistoryEventType.CHOICE_STATE_EXITED;
  }

  @Override
  void run() {
    var bindings = bindings();
    for (int i = 0; i < choice.rules().size(); i++) {
      var rule = choice.rules().get(i);
      var field = "Choices/" + i + "/Condition";
      var holds = evaluate(rule.condition(), field, bindings);
      if (!holds.isBoolean()) {
        throw StateFailure.query(
            field, "The condition " + rule.condition() + " must come to a boolean, not " + holds);
      }
      if (holds.booleanValue()) {
        leave(
            rule.assign() == null ? choice.assign() : rule.assign(),
            rule.output() == null ? choice.output() : rule.output(),
            input(),
            bindings,
            rule.next());
        return;
      }
    }
    if (choice.otherwise() == null) {
      throw StateFailure.of(
          StateFailure.NO_CHOICE,
          "No rule of '" + choice.name() + "' holds, and it has no Default");
    }
    leave(choice.assign(), choice.output(), input(), bindings, choice.otherwise());
  }
}
