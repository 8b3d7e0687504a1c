package aurora.restore.trial.invariant;

import aurora.restore.engine.Execution;
import java.util.List;

/** What ends an execution is an error that the runbook knows, or one of AWS's own. */
final class ErrorsHaveNames implements Invariant {
  private static final List<String> KNOWN =
      List.of("aurora.restore.error.", "Lambda.", "Sandbox.", "States.Timeout", "Operator.");

  @Override
  public void onEnd(Observed evidence, Execution execution) {
    var error = execution.error();
    if (error != null && KNOWN.stream().noneMatch(error::startsWith)) {
      evidence.violated(
          this,
          execution.arn()
              + " ended at "
              + execution.failedState()
              + " with "
              + error
              + ": "
              + execution.cause());
    }
  }
}
