package aurora.restore.audit;

import static aurora.restore.audit.Attributes.number;
import static aurora.restore.audit.Attributes.text;

import aurora.restore.operation.ExecutionContext;
import aurora.restore.operation.OperationStatus;
import java.time.Instant;

/** Where an operation stands: what every change of its row says. */
final class StateRow {
  private StateRow() {}

  static Assignments of(
      String step, ExecutionContext execution, OperationStatus status, Instant now) {
    return new Assignments()
        .set(Schema.STATUS, text(status.name()))
        .set("step", text(step))
        .set("execution_arn", text(execution.id()))
        .set("redrive_count", number(execution.redriveCount()))
        .set("updated_at", Attributes.time(now));
  }
}
