package aurora.restore.audit;

import static aurora.restore.audit.Attributes.number;
import static aurora.restore.audit.Attributes.text;

import aurora.restore.edge.Edge;
import aurora.restore.error.OperationInProgress;
import aurora.restore.error.TransientFailure;
import aurora.restore.operation.ExecutionContext;
import aurora.restore.operation.Look;
import aurora.restore.operation.Milestone;
import aurora.restore.operation.OperationStatus;
import aurora.restore.operation.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Where operations stand. An operation belongs to the execution that claimed it: whatever another
 * one writes is refused, so that two executions never act for one operation at once.
 */
public final class OperationTable {
  private static final String CONDITION_FAILED = "ConditionalCheckFailed";

  private static final String CLAIMED = "execution_arn = :execution_arn";

  /** A finished operation may be claimed anew: its steps then adopt what exists. */
  private static final String CLAIMABLE =
      "attribute_not_exists(operation_id) OR execution_arn = :execution_arn"
          + " OR NOT #status IN (:running, :cleaning)";

  /** Milliseconds always, so that entries sort as they happened. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private final DynamoDbClient dynamoDb;
  private final String stateTable;
  private final String auditTable;
  private final Duration retention;

  OperationTable(
      DynamoDbClient dynamoDb, String stateTable, String auditTable, Duration retention) {
    this.dynamoDb = dynamoDb;
    this.stateTable = stateTable;
    this.auditTable = auditTable;
    this.retention = retention;
  }

  public static OperationTable of(Edge edge) {
    var settings = edge.settings();
    return new OperationTable(
        edge.aws().dynamoDb(),
        settings.stateTable(),
        settings.auditTable(),
        Duration.ofDays(settings.recordRetentionDays()));
  }

  /**
   * Writes a milestone's audit entry and the operation's state, both or neither.
   *
   * @throws OperationInProgress where the operation belongs to another execution
   */
  void record(AuditInput input) {
    try {
      dynamoDb.transactWriteItems(
          write ->
              write.transactItems(
                  TransactWriteItem.builder().put(entry(input)).build(),
                  TransactWriteItem.builder().update(state(input)).build()));
    } catch (TransactionCanceledException e) {
      var entry = e.cancellationReasons().get(0);
      var state = e.cancellationReasons().get(1);
      if (isOfExecution(entry.item(), input.execution())) {
        return; // a retry whose first answer was lost: both were written then
      }
      if (failed(entry) || failed(state)) {
        throw inProgress(input.plan().operationId(), state.item());
      }
      throw new TransientFailure(
          "record of " + input.event() + " for operation " + input.plan().operationId(),
          "DynamoDB cancelled the transaction (" + entry.code() + ", " + state.code() + ")");
    }
  }

  /**
   * Notes how far a wait is, for whoever asks the state table meanwhile.
   *
   * @throws OperationInProgress where the operation belongs to another execution
   */
  public void progress(Step step, Look look, Instant now) {
    var row =
        standing(step.state().name(), step.execution(), OperationStatus.RUNNING, now)
            .set("progress", Attributes.of(look))
            .remove("finished_at");
    try {
      dynamoDb.updateItem(
          update ->
              update
                  .tableName(stateTable)
                  .key(Map.of(Schema.OPERATION_ID, text(step.plan().operationId())))
                  .updateExpression(row.expression())
                  .expressionAttributeNames(row.names())
                  .expressionAttributeValues(row.values())
                  .conditionExpression(CLAIMED)
                  .returnValuesOnConditionCheckFailure(
                      ReturnValuesOnConditionCheckFailure.ALL_OLD));
    } catch (ConditionalCheckFailedException e) {
      throw inProgress(step.plan().operationId(), e.item());
    }
  }

  private static Assignments standing(
      String step, ExecutionContext execution, OperationStatus status, Instant now) {
    return new Assignments()
        .set(Schema.STATUS, text(status.name()))
        .set("step", text(step))
        .set("execution_arn", text(execution.id()))
        .set("redrive_count", number(execution.redriveCount()))
        .set("updated_at", text(TIME.format(now)));
  }

  private Put entry(AuditInput input) {
    var at = TIME.format(input.state().enteredAt());
    var entry = new LinkedHashMap<String, AttributeValue>();
    entry.put(Schema.OPERATION_ID, text(input.plan().operationId()));
    entry.put(Schema.ENTRY, text(at + "#" + input.event()));
    entry.put("event", text(input.event().name()));
    entry.put("at", text(at));
    entry.put("state", text(input.state().name()));
    entry.put("execution_arn", text(input.execution().id()));
    entry.put("redrive_count", number(input.execution().redriveCount()));
    entry.put("resources", Attributes.of(Made.by(input.event(), input.plan())));
    entry.put(Schema.TIME_TO_LIVE, timeToLive(input));
    if (input.report() != null) {
      entry.put("report", Attributes.of(input.report()));
    }
    return Put.builder()
        .tableName(auditTable)
        .item(entry)
        .conditionExpression("attribute_not_exists(operation_id)")
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build();
  }

  private Update state(AuditInput input) {
    var execution = input.execution();
    var event = input.event();
    var now = input.state().enteredAt();
    var row =
        standing(input.state().name(), execution, event.status(), now)
            .set("resources", Attributes.of(Made.by(event, input.plan())))
            .remove("progress");
    if (event == Milestone.STARTED) {
      row.set("request", Attributes.of(execution.input()))
          .set("plan", Attributes.of(input.plan()))
          .set(Schema.STARTED_AT, text(TIME.format(execution.startedAt())))
          .set(Schema.TIME_TO_LIVE, timeToLive(input))
          .remove("report")
          .with(":running", text(OperationStatus.RUNNING.name()))
          .with(":cleaning", text(OperationStatus.CLEANING_UP.name()));
    }
    if (input.report() != null) {
      row.set("report", Attributes.of(input.report()));
    }
    if (event.status() == OperationStatus.RUNNING) {
      row.remove("finished_at");
    } else {
      row.set("finished_at", text(TIME.format(now)));
    }
    return Update.builder()
        .tableName(stateTable)
        .key(Map.of(Schema.OPERATION_ID, text(input.plan().operationId())))
        .updateExpression(row.expression())
        .conditionExpression(event == Milestone.STARTED ? CLAIMABLE : CLAIMED)
        .expressionAttributeNames(row.names())
        .expressionAttributeValues(row.values())
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build();
  }

  private AttributeValue timeToLive(AuditInput input) {
    return number(input.execution().startedAt().plus(retention).getEpochSecond());
  }

  private static boolean failed(CancellationReason reason) {
    return CONDITION_FAILED.equals(reason.code());
  }

  private static boolean isOfExecution(
      Map<String, AttributeValue> entry, ExecutionContext execution) {
    return entry != null
        && entry.containsKey("execution_arn")
        && entry.get("execution_arn").s().equals(execution.id());
  }

  private static OperationInProgress inProgress(
      String operationId, Map<String, AttributeValue> row) {
    var holder =
        row == null || !row.containsKey("execution_arn")
            ? "it isn't claimed any more"
            : "it belongs to execution " + row.get("execution_arn").s();
    return new OperationInProgress("operation " + operationId, holder);
  }
}
