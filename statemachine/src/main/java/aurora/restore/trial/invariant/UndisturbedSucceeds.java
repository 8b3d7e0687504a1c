package aurora.restore.trial.invariant;

import aurora.restore.engine.Execution;
import aurora.restore.machine.Machine;
import aurora.restore.trial.act.Scene;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.TreeMap;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * The first restore succeeds where nothing has happened by its end but one thing that passes by
 * itself: an answer that was lost, a function that broke off or lingers, a conflict, resources that
 * are shown late.
 *
 * <p>Left out are worlds in which things fail by themselves, deadlines that were shortened, and an
 * input that contradicts itself.
 */
final class UndisturbedSucceeds implements Invariant {
  private static final List<String> PASSING =
      List.of(
          "answer lost",
          "conflict",
          "crash after effects",
          "crash before effects",
          "lingers",
          "shown late");

  @Override
  public void onEnd(Observed evidence, Execution execution) {
    if (execution.name().equals(Scene.FIRST)
        && evidence.isOf(Machine.RESTORE, execution)
        && execution.status() != ExecutionStatus.SUCCEEDED
        && isUndisturbed(evidence.scene())) {
      evidence.violated(
          this,
          "after no more than "
              + evidence.scene().happened()
              + " the restore ended "
              + execution.status()
              + " at "
              + execution.failedState()
              + ": "
              + execution.cause());
    }
  }

  private static boolean isUndisturbed(Scene scene) {
    var others = new TreeMap<>(scene.happened());
    others.remove("restore");
    var count = others.values().stream().mapToInt(Integer::intValue).sum();
    return scene.isSteady()
        && count <= 1
        && PASSING.containsAll(others.keySet())
        && !scene.input().toString().contains("_deadline_hours")
        && !contradictsItself(scene.input());
  }

  private static boolean contradictsItself(ObjectNode input) {
    return (input.has("instance_class") && input.has("min_capacity"))
        || (input.has("deletion_protection")
            && (input.has("on_failure") || input.has("expires_after_hours")));
  }
}
