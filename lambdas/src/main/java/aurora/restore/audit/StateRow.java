package aurora.restore.audit;

import static aurora.restore.audit.Attributes.number;
import static aurora.restore.audit.Attributes.text;

import aurora.restore.operation.ExecutionContext;
import aurora.restore.operation.OperationStatus;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Where an operation stands: what every change of its row says. */
final class StateRow {
  /** Milliseconds always, so that texts sort as the times do. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private StateRow() {}

  static Assignments of(
      String step, ExecutionContext execution, OperationStatus status, Instant now) {
    return new Assignments()
        .set(Schema.STATUS, text(status.name()))
        .set("step", text(step))
        .set("execution_arn", text(execution.id()))
        .set("redrive_count", number(execution.redriveCount()))
        .set("updated_at", time(now));
  }

  static AttributeValue time(Instant instant) {
    return text(TIME.format(instant));
  }
}
