package aurora.restore.audit;

import static aurora.restore.audit.Attributes.number;
import static aurora.restore.audit.Attributes.text;

import aurora.restore.operation.Arn;
import aurora.restore.operation.ExecutionContext;
import aurora.restore.operation.Failure;
import aurora.restore.operation.LeftBehind;
import aurora.restore.operation.Milestone;
import aurora.restore.operation.OperationStatus;
import aurora.restore.operation.OwnedResource;
import aurora.restore.operation.RestorePlan;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The failure of an execution, written by the one that reports it. Events come late and out of
 * order, so a row that tells of a later redrive, of a success, or of another execution stays as it
 * is. A clean-up that was refused makes no row: that of an operation nobody knows would say that
 * there is one.
 *
 * @param row the operation's, as it stood before; null where there is none or it isn't known yet
 */
record FailureEntry(Failure failure, ExecutionContext reporter, OperationRow row) implements Entry {
  private static final String STILL_OF_THAT_RUN =
      "(execution_arn = :execution_arn AND redrive_count <= :redrive_count"
          + " AND #status IN (:running, :cleaning, :status))";

  private static final String UNCLAIMED = "attribute_not_exists(operation_id) OR ";
  private static final String UNPLANNED = " AND attribute_not_exists(#plan)";

  @Override
  public String operationId() {
    return failure.operationId();
  }

  @Override
  public Milestone event() {
    return Milestone.FAILED;
  }

  @Override
  public Instant at() {
    return failure.failedAt();
  }

  /** Two executions of one operation may end in the same millisecond, and each is told. */
  @Override
  public String key() {
    return event().name() + "#" + Arn.name(failure.executionArn());
  }

  @Override
  public String writer() {
    return reporter.id();
  }

  @Override
  public Instant startedAt() {
    return failure.startedAt();
  }

  @Override
  public Map<String, AttributeValue> details() {
    var details = new LinkedHashMap<String, AttributeValue>();
    details.put("execution_arn", text(failure.executionArn()));
    details.put("redrive_count", number(failure.redriveCount()));
    details.put("failure", Attributes.of(failure));
    return details;
  }

  @Override
  public Assignments standing() {
    var assignments =
        new Assignments()
            .set(Schema.STATUS, text(OperationStatus.FAILED.name()))
            .set("execution_arn", text(failure.executionArn()))
            .set("redrive_count", number(failure.redriveCount()))
            .set("updated_at", Attributes.time(at()))
            .set("finished_at", Attributes.time(at()))
            .set("failure", Attributes.of(failure))
            .with(":running", text(OperationStatus.RUNNING.name()))
            .with(":cleaning", text(OperationStatus.CLEANING_UP.name()));
    if (!failure.isOfCleanUp()) {
      assignments.set(Schema.STARTED_AT, Attributes.time(startedAt()));
      if (isPlanned()) {
        assignments.set("resources", Attributes.of(made()));
      }
    }
    if (isOver()) {
      assignments.named("plan");
    }
    return failure.state() == null ? assignments : assignments.set("step", text(failure.state()));
  }

  /** Whether the operation's row tells a plan: then something of it may exist. */
  private boolean isPlanned() {
    return row != null && row.plan() != null;
  }

  /** What may be there now, for whoever pays for it. */
  LeftBehind left() {
    if (!isPlanned()) {
      return LeftBehind.nothing(reporter.region());
    }
    var plan = row.plan();
    return new LeftBehind(plan.cluster().id(), plan.targetRegion(), asked(plan));
  }

  /**
   * Of an execution that held the operation, what it asked for. Of any other, and of a clean-up,
   * what the row tells.
   */
  private List<OwnedResource> asked(RestorePlan plan) {
    var isHolder = row.executionArn().equals(failure.executionArn());
    if (failure.isOfCleanUp() || !isHolder) {
      return row.resources() == null ? List.of() : row.resources();
    }
    return AskedFor.until(row.completedAt() == null ? failure.state() : null, plan);
  }

  private List<Made> made() {
    var region = row.plan().targetRegion();
    return left().resources().stream()
        .map(it -> new Made(it.kind().label(), it.id(), region))
        .toList();
  }

  /** A restore that never claimed the operation has made nothing, wherever it ended. */
  @Override
  public boolean isOver() {
    return !failure.isOfCleanUp() && !isPlanned();
  }

  /**
   * Why the failed execution's resources aren't to be cleaned up, as a clause; empty where they
   * are. What a restore of the operation completed is somebody's database by now.
   *
   * @param now the operation's row, as it stands after this entry
   */
  Optional<String> keptBecause(Optional<OperationRow> now) {
    if (now.isEmpty() || now.get().plan() == null) {
      return Optional.of("this execution never had the operation, and has made nothing");
    }
    var standing = now.get();
    if (standing.completedAt() != null) {
      return Optional.of("the operation was completed at " + standing.completedAt());
    }
    if (!standing.executionArn().equals(failure.executionArn())) {
      return Optional.of("the operation belongs to execution " + standing.executionArn());
    }
    return standing.redriveCount() > failure.redriveCount()
        ? Optional.of("the execution has been redriven since")
        : Optional.empty();
  }

  @Override
  public String condition() {
    var condition = failure.isOfCleanUp() ? STILL_OF_THAT_RUN : UNCLAIMED + STILL_OF_THAT_RUN;
    return isOver() ? "(" + condition + ")" + UNPLANNED : condition;
  }
}
