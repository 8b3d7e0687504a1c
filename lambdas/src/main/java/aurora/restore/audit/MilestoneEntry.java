package aurora.restore.audit;

import static aurora.restore.audit.Attributes.text;

import aurora.restore.operation.Excerpt;
import aurora.restore.operation.ExecutionContext;
import aurora.restore.operation.Milestone;
import aurora.restore.operation.OperationStatus;
import aurora.restore.operation.RestorePlan;
import aurora.restore.operation.RestoreReport;
import aurora.restore.operation.StateContext;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A milestone of a restore. The first one claims the operation for its execution. */
record MilestoneEntry(
    Milestone event,
    RestorePlan plan,
    ExecutionContext execution,
    StateContext state,
    RestoreReport report)
    implements ReachedEntry {

  static final String CLAIMED = "execution_arn = :execution_arn";

  /**
   * Ours, and not ended since: a function that answers late, after its execution has been reported
   * as failed, must not make the row say otherwise. A redrive goes on from there.
   */
  static final String GOING_ON =
      CLAIMED + " AND (redrive_count < :redrive_count OR #status IN (:running, :cleaning))";

  /** A finished operation may be claimed anew: its steps then adopt what exists. */
  private static final String CLAIMABLE =
      "attribute_not_exists(operation_id) OR execution_arn = :execution_arn"
          + " OR NOT #status IN (:running, :cleaning)";

  @Override
  public String operationId() {
    return plan.operationId();
  }

  @Override
  public Map<String, AttributeValue> details() {
    var details = reachedBy();
    details.put("resources", Attributes.of(Made.by(event, plan)));
    if (report != null) {
      details.put("report", Attributes.of(report));
    }
    return details;
  }

  /** Adds what {@link #GOING_ON} compares with. */
  static Assignments goingOn(Assignments row) {
    return row.with(":running", text(OperationStatus.RUNNING.name()))
        .with(":cleaning", text(OperationStatus.CLEANING_UP.name()));
  }

  @Override
  public Assignments standing() {
    var row =
        goingOn(StateRow.of(state.name(), execution, event.status(), at()))
            .set("resources", Attributes.of(Made.by(event, plan)))
            .remove("progress")
            .remove("failure");
    if (event == Milestone.STARTED) {
      row.set("request", Attributes.of(Excerpt.of(execution.input())))
          .set("plan", Attributes.of(plan))
          .set(Schema.STARTED_AT, Attributes.time(execution.startedAt()))
          .remove("report")
          .remove("clean_up")
          .remove("clean_up_report");
      if (plan.expiresAt() == null) {
        row.remove("expires_at");
      } else {
        row.set("expires_at", Attributes.time(plan.expiresAt()));
      }
    }
    if (report != null) {
      row.set("report", Attributes.of(report)).set(Schema.COMPLETED_AT, Attributes.time(at()));
    }
    return event.status() == OperationStatus.RUNNING
        ? row.remove("finished_at")
        : row.set("finished_at", Attributes.time(at()));
  }

  @Override
  public String condition() {
    return event == Milestone.STARTED ? CLAIMABLE : GOING_ON;
  }

  @Override
  public boolean isOver() {
    return false;
  }
}
