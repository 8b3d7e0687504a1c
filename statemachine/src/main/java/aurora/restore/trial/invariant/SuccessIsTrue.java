package aurora.restore.trial.invariant;

import aurora.restore.engine.Execution;
import aurora.restore.machine.Machine;
import aurora.restore.operation.Ownership;
import java.time.Instant;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/**
 * SUCCEEDED means that there is what this request asked for, made from that snapshot, as {@link
 * Asked} compares it.
 *
 * <p>Left out is what was touched, or claimed by another execution, after the verification began:
 * the last mail may take minutes.
 */
final class SuccessIsTrue implements Invariant {
  @Override
  public void onEnd(Observed evidence, Execution execution) {
    if (!evidence.isOf(Machine.RESTORE, execution)
        || execution.status() != ExecutionStatus.SUCCEEDED
        || execution.input().path("dry_run").asBoolean()) {
      return;
    }
    var isHeld =
        evidence
            .row(Observed.operation(execution))
            .filter(row -> row.path("execution_arn").asText().equals(execution.arn()))
            .isPresent();
    if (!isHeld || evidence.scene().isTouchedSince(verifiedAt(execution))) {
      return;
    }
    var output = execution.output();
    var cluster = evidence.existing(output.path("cluster_arn").asText());
    if (cluster.isEmpty()) {
      evidence.violated(this, execution.arn() + " succeeded, and its cluster isn't there");
      return;
    }
    var tags = cluster.get().tags();
    if (!cluster.get().status().equals("available")
        || !Observed.operation(execution).equals(tags.get(Ownership.TAG))
        || !output.at("/snapshot/arn").asText().equals(tags.get(Ownership.SOURCE_TAG))) {
      evidence.violated(
          this,
          execution.arn() + " reports " + output.path("snapshot") + ", but there is " + cluster);
    }
    new Asked(evidence.world(), execution)
        .differences()
        .forEach(it -> evidence.violated(this, execution.arn() + " succeeded, but " + it));
  }

  private static Instant verifiedAt(Execution execution) {
    return execution.history().stream()
        .filter(event -> event.type() == HistoryEventType.TASK_STATE_ENTERED)
        .filter(event -> event.stateEnteredEventDetails().name().equals("Verify Restore"))
        .map(HistoryEvent::timestamp)
        .reduce((earlier, later) -> later)
        .orElse(Instant.MIN);
  }
}
