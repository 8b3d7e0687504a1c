package aurora.restore.audit;

import static aurora.restore.audit.Attributes.text;

import aurora.restore.operation.CleanUpPlan;
import aurora.restore.operation.CleanUpReport;
import aurora.restore.operation.ExecutionContext;
import aurora.restore.operation.KeptResource;
import aurora.restore.operation.Milestone;
import aurora.restore.operation.OperationStatus;
import aurora.restore.operation.OwnedResource;
import aurora.restore.operation.StateContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A milestone of a clean-up. The first one claims the operation, if it still stands as the plan saw
 * it: of two clean-ups at once, and of a clean-up and a restore, one is refused.
 *
 * @param report what was brought about; null at the first milestone
 */
record CleanUpEntry(
    Milestone event,
    CleanUpPlan plan,
    ExecutionContext execution,
    StateContext state,
    CleanUpReport report)
    implements ReachedEntry {

  private static final String UNCLAIMED = "attribute_not_exists(operation_id) OR ";
  private static final String AS_SEEN =
      "(execution_arn = :seen_execution AND #status = :seen_status) OR ";

  @Override
  public String operationId() {
    return plan.operationId();
  }

  @Override
  public Map<String, AttributeValue> details() {
    var details = reachedBy();
    details.put("resources", made(ofPlan()));
    details.put("left_alone", Attributes.of(plan.leftAlone()));
    if (report != null) {
      details.put("resources", made(kept()));
      details.put("clean_up_report", Attributes.of(report));
    }
    return details;
  }

  @Override
  public Assignments standing() {
    var row =
        StateRow.of(state.name(), execution, status(), at()).remove("progress").remove("failure");
    if (report != null) {
      row.set("resources", made(kept()))
          .set("clean_up_report", Attributes.of(report))
          .set("finished_at", Attributes.time(at()));
      return status() == OperationStatus.FAILED
          ? row
          : row.remove(Schema.COMPLETED_AT).remove("expires_at");
    }
    row.set("clean_up", Attributes.of(plan)).remove("finished_at");
    if (plan.claim() == null) {
      return row.set(Schema.STARTED_AT, Attributes.time(startedAt()));
    }
    return row.with(":seen_execution", text(plan.claim().executionArn()))
        .with(":seen_status", text(plan.claim().status().name()));
  }

  /**
   * A clean-up of one execution's resources that leaves others of the operation hasn't cleaned the
   * operation up: it stands as before, failed, and expires as it was to.
   */
  private OperationStatus status() {
    return report != null && plan.madeBy() != null && leavesAnything()
        ? OperationStatus.FAILED
        : event.status();
  }

  /** The final snapshot is handed over: it isn't the operation's. */
  private boolean leavesAnything() {
    return report.kept().stream()
        .map(KeptResource::resource)
        .anyMatch(it -> !plan.isFinalSnapshot(it));
  }

  private List<OwnedResource> kept() {
    return report.kept().stream().map(KeptResource::resource).toList();
  }

  private List<OwnedResource> ofPlan() {
    return Stream.concat(plan.found().stream(), plan.kept().stream().map(KeptResource::resource))
        .toList();
  }

  /** What was kept, whoever asked for it, is there: its row tells whose it is. */
  @Override
  public boolean isOver() {
    return report != null && !leavesAnything();
  }

  @Override
  public String condition() {
    if (event != Milestone.CLEAN_UP_STARTED) {
      return MilestoneEntry.CLAIMED;
    }
    return (plan.claim() == null ? UNCLAIMED : AS_SEEN) + MilestoneEntry.CLAIMED;
  }

  private AttributeValue made(List<OwnedResource> resources) {
    return Attributes.of(
        resources.stream()
            .map(resource -> new Made(resource.kind().label(), resource.id(), plan.region()))
            .toList());
  }
}
