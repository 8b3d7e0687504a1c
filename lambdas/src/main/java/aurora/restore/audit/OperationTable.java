package aurora.restore.audit;

import static aurora.restore.audit.Attributes.number;
import static aurora.restore.audit.Attributes.text;

import aurora.restore.edge.Edge;
import aurora.restore.error.OperationInProgress;
import aurora.restore.error.TransientFailure;
import aurora.restore.operation.Look;
import aurora.restore.operation.OperationStatus;
import aurora.restore.operation.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
  /** What came of writing an entry. */
  enum Written {
    /** Both rows are written, now or by an earlier try of the same writer. */
    BOTH,
    /** Another writer had written the trail's row before. */
    BEFORE,
    /** The operation's row is another's or tells of something later: neither row is written. */
    NEITHER
  }

  private static final String CONDITION_FAILED = "ConditionalCheckFailed";
  private static final String WRITER = "recorded_by";

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

  /** Writes a row of the trail and where the operation stands: both or neither. */
  Written record(Entry entry) {
    try {
      dynamoDb.transactWriteItems(
          write ->
              write.transactItems(
                  TransactWriteItem.builder().put(trail(entry)).build(),
                  TransactWriteItem.builder().update(state(entry)).build()));
      return Written.BOTH;
    } catch (TransactionCanceledException e) {
      var trail = e.cancellationReasons().get(0);
      var state = e.cancellationReasons().get(1);
      if (hasFailed(trail)) {
        return isBy(trail.item(), entry.writer()) ? Written.BOTH : Written.BEFORE;
      }
      if (hasFailed(state)) {
        return Written.NEITHER;
      }
      throw new TransientFailure(
          "record of " + entry.event() + " for operation " + entry.operationId(),
          "DynamoDB cancelled the transaction (" + trail.code() + ", " + state.code() + ")");
    }
  }

  /** Writes a row of the trail alone, where the operation's row isn't to be touched. */
  Written recordInTrailAlone(Entry entry) {
    var trail = trail(entry);
    try {
      dynamoDb.putItem(
          put ->
              put.tableName(trail.tableName())
                  .item(trail.item())
                  .conditionExpression(trail.conditionExpression())
                  .returnValuesOnConditionCheckFailure(
                      trail.returnValuesOnConditionCheckFailure()));
      return Written.BOTH;
    } catch (ConditionalCheckFailedException e) {
      return isBy(e.item(), entry.writer()) ? Written.BOTH : Written.BEFORE;
    }
  }

  /**
   * Notes how far a wait is, for whoever asks the state table meanwhile.
   *
   * @param subject what is waited for: one of several, beside one another
   * @throws OperationInProgress where the operation belongs to another execution
   */
  public void progress(Step step, String subject, Look look, Instant now) {
    var row =
        Standing.of(step.state().name(), step.execution(), OperationStatus.RUNNING, now)
            .set("progress", Attributes.of(new Progress(subject, look)))
            .remove("finished_at")
            .remove("failure");
    try {
      dynamoDb.updateItem(
          update ->
              update
                  .tableName(stateTable)
                  .key(key(step.plan().operationId()))
                  .updateExpression(row.expression())
                  .expressionAttributeNames(row.names())
                  .expressionAttributeValues(row.values())
                  .conditionExpression(MilestoneEntry.CLAIMED));
    } catch (ConditionalCheckFailedException e) {
      throw inProgress(step.plan().operationId());
    }
  }

  /**
   * The ARN of the snapshot that an earlier execution of the operation planned to restore; empty
   * where there was none, or where all that it made has been cleaned up.
   */
  public Optional<String> plannedSnapshot(String operationId) {
    var row =
        dynamoDb
            .getItem(get -> get.tableName(stateTable).key(key(operationId)).consistentRead(true))
            .item();
    if (!row.containsKey("plan")
        || row.get(Schema.STATUS).s().equals(OperationStatus.CLEANED_UP.name())) {
      return Optional.empty();
    }
    return Optional.of(Attributes.json(row).at("/plan/snapshot/arn").asText());
  }

  /** Says whose the operation is: the refusal of whatever isn't its execution's. */
  OperationInProgress inProgress(String operationId) {
    var row =
        dynamoDb
            .getItem(get -> get.tableName(stateTable).key(key(operationId)).consistentRead(true))
            .item();
    return new OperationInProgress(
        "operation " + operationId,
        row.isEmpty()
            ? "it isn't claimed any more"
            : "it belongs to execution "
                + row.get("execution_arn").s()
                + " and is "
                + row.get(Schema.STATUS).s());
  }

  private Put trail(Entry entry) {
    var at = Standing.time(entry.at());
    var row = new LinkedHashMap<String, AttributeValue>();
    row.put(Schema.OPERATION_ID, text(entry.operationId()));
    row.put(Schema.ENTRY, text(at.s() + "#" + entry.event()));
    row.put("event", text(entry.event().name()));
    row.put("at", at);
    row.put(WRITER, text(entry.writer()));
    row.put(Schema.TIME_TO_LIVE, timeToLive(entry));
    row.putAll(entry.details());
    return Put.builder()
        .tableName(auditTable)
        .item(row)
        .conditionExpression("attribute_not_exists(operation_id)")
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build();
  }

  private Update state(Entry entry) {
    var row = entry.standing().set(Schema.TIME_TO_LIVE, timeToLive(entry));
    return Update.builder()
        .tableName(stateTable)
        .key(key(entry.operationId()))
        .updateExpression(row.expression())
        .conditionExpression(entry.condition())
        .expressionAttributeNames(row.names())
        .expressionAttributeValues(row.values())
        .build();
  }

  private AttributeValue timeToLive(Entry entry) {
    return number(entry.startedAt().plus(retention).getEpochSecond());
  }

  private static Map<String, AttributeValue> key(String operationId) {
    return Map.of(Schema.OPERATION_ID, text(operationId));
  }

  private static boolean hasFailed(CancellationReason reason) {
    return CONDITION_FAILED.equals(reason.code());
  }

  private static boolean isBy(Map<String, AttributeValue> row, String writer) {
    return row != null && row.containsKey(WRITER) && row.get(WRITER).s().equals(writer);
  }
}
