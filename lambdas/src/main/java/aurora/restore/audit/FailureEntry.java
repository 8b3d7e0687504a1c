package aurora.restore.audit;

import static aurora.restore.audit.Attributes.number;
import static aurora.restore.audit.Attributes.text;

import aurora.restore.operation.ExecutionContext;
import aurora.restore.operation.Failure;
import aurora.restore.operation.Milestone;
import aurora.restore.operation.OperationStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The failure of an execution, written by the one that reports it. Events come late and out of
 * order, so a row that tells of a later redrive, of a success, or of another execution stays as it
 * is. A clean-up that was refused makes no row: that of an operation nobody knows would say that
 * there is one.
 */
record FailureEntry(Failure failure, ExecutionContext reporter) implements Entry {
  private static final String PLANNING = "Plan Restore";

  private static final String STILL_OF_THAT_RUN =
      "(execution_arn = :execution_arn AND redrive_count <= :redrive_count"
          + " AND #status IN (:running, :cleaning, :status))";

  private static final String UNCLAIMED = "attribute_not_exists(operation_id) OR ";

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
    var row =
        new Assignments()
            .set(Schema.STATUS, text(OperationStatus.FAILED.name()))
            .set("execution_arn", text(failure.executionArn()))
            .set("redrive_count", number(failure.redriveCount()))
            .set("updated_at", Standing.time(at()))
            .set("finished_at", Standing.time(at()))
            .set("failure", Attributes.of(failure))
            .with(":running", text(OperationStatus.RUNNING.name()))
            .with(":cleaning", text(OperationStatus.CLEANING_UP.name()));
    if (!failure.isOfCleanUp()) {
      row.set(Schema.STARTED_AT, Standing.time(startedAt()));
    }
    return failure.state() == null ? row : row.set("step", text(failure.state()));
  }

  /** A plan that was refused has made nothing. */
  @Override
  public boolean isOver() {
    return PLANNING.equals(failure.state());
  }

  @Override
  public String condition() {
    return failure.isOfCleanUp() ? STILL_OF_THAT_RUN : UNCLAIMED + STILL_OF_THAT_RUN;
  }
}
