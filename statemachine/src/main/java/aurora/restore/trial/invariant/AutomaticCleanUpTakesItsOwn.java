package aurora.restore.trial.invariant;

import aurora.restore.operation.Ownership;

/** A clean-up that {@code on_failure} started deletes only what the failed execution made. */
final class AutomaticCleanUpTakesItsOwn implements Invariant {
  @Override
  public void onChange(Observed evidence, Change change) {
    var madeBy = change.by().payload().at("/execution/Input/made_by");
    if (!madeBy.isTextual() || !change.deletes() || change.was().isEmpty()) {
      return;
    }
    var maker = change.was().get().tags().get(Ownership.EXECUTION_TAG);
    if (!madeBy.textValue().equals(maker)) {
      evidence.violated(
          this, change + " after the failure of " + madeBy.textValue() + ", but made by " + maker);
    }
  }
}
