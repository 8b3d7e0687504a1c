package aurora.restore.trial.invariant;

import aurora.restore.engine.Execution;
import aurora.restore.machine.Machine;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * A clean-up that succeeds leaves nothing of its operation but what its report says was kept; and
 * nothing is kept unless somebody asked for that.
 *
 * <p>Left out is whose tags people changed, and an operation that was claimed again before the
 * clean-up's last mail was out.
 */
final class CleanUpLeavesNothing implements Invariant {
  @Override
  public void onEnd(Observed evidence, Execution execution) {
    if (!evidence.isOf(Machine.CLEAN_UP, execution)
        || execution.status() != ExecutionStatus.SUCCEEDED) {
      return;
    }
    var operation = Observed.operation(execution);
    var isHeld =
        evidence
            .row(operation)
            .filter(row -> row.path("execution_arn").asText().equals(execution.arn()))
            .isPresent();
    if (!isHeld) {
      return;
    }
    var kept = execution.output().path("kept");
    evidence.madeFor(operation).stream()
        .filter(it -> !kept.toString().contains("\"" + it.identifier() + "\""))
        .forEach(it -> evidence.violated(this, execution.arn() + " left " + it));
    var input = execution.input();
    var mayKeep =
        input.has("keep_snapshot") || input.has("made_by") || input.has("final_snapshot_id");
    if (!kept.isEmpty() && !mayKeep && evidence.scene().touches().isEmpty()) {
      evidence.violated(this, execution.arn() + " kept " + kept + ", and nobody asked for that");
    }
    if (input.path("keep_snapshot").asBoolean() && deletedACopy(evidence, execution)) {
      evidence.violated(this, execution.arn() + " deleted the snapshot that it was to keep");
    }
  }

  private static boolean deletedACopy(Observed evidence, Execution execution) {
    return evidence.changes().stream()
        .filter(change -> execution.arn().equals(change.by().execution()))
        .anyMatch(change -> change.operation().equals("DeleteDBClusterSnapshot"));
  }
}
