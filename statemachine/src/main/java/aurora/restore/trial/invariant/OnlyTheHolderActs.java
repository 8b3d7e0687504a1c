package aurora.restore.trial.invariant;

/**
 * Whoever makes, changes or deletes something for an operation holds that operation: its row names
 * the execution.
 *
 * <p>Left out is an operation that is lost while the function is at work: it held it when it began.
 */
final class OnlyTheHolderActs implements Invariant {
  @Override
  public void onChange(Observed evidence, Change change) {
    var by = change.by();
    if (!by.execution().equals(by.holder())) {
      evidence.violated(
          this,
          change + " for " + by.execution() + ", but the operation is held by " + by.holder());
    }
  }
}
