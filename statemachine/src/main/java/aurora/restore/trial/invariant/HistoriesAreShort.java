package aurora.restore.trial.invariant;

import aurora.restore.engine.Execution;

/** No execution comes near the 25,000 events that Step Functions allows. */
final class HistoriesAreShort implements Invariant {
  private static final int MOST_EVENTS = 20_000;

  @Override
  public void onEnd(Observed evidence, Execution execution) {
    if (execution.history().size() > MOST_EVENTS) {
      evidence.violated(this, execution.arn() + " has " + execution.history().size() + " events");
    }
  }
}
