package aurora.restore.audit;

import static aurora.restore.audit.Attributes.number;
import static aurora.restore.audit.Attributes.text;

import aurora.restore.edge.Edge;
import aurora.restore.error.OperationInProgress;
import aurora.restore.error.OperatorError;
import aurora.restore.error.RefusedByAws;
import aurora.restore.error.TransientFailure;
import aurora.restore.operation.ExecutionContext;
import aurora.restore.operation.Look;
import aurora.restore.operation.OperationStatus;
import aurora.restore.operation.OwnedResource;
import aurora.restore.operation.StateContext;
import aurora.restore.operation.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
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
    /** Written by this call. */
    NOW,
    /** Written by an earlier try of the same writer, whose answer was lost. */
    AGAIN,
    /** Another writer had written the trail's row before. */
    BEFORE,
    /** The operation's row is another's or tells of something later: neither row is written. */
    NEITHER
  }

  private static final String CONDITION_FAILED = "ConditionalCheckFailed";

  /**
   * Reasons for a cancellation that are gone when the same is tried again, and that of the write
   * that nothing was wrong with (DynamoDB API Reference, TransactWriteItems, "Cancellation
   * reasons").
   */
  private static final Set<String> PASSING =
      Set.of("None", "TransactionConflict", "ProvisionedThroughputExceeded", "ThrottlingError");

  private static final String WRITER = "recorded_by";
  private static final String ORPHANED = "ORPHANED";

  private static final Consumer<QueryRequest.Builder> NEWEST_FIRST =
      query -> query.scanIndexForward(false).limit(10);

  /** What a purge takes from an operation's row: all that tells what it was. */
  private static final List<String> PURGED =
      List.of(
          "request",
          "plan",
          "report",
          "resources",
          "progress",
          "failure",
          "expires_at",
          "clean_up",
          "clean_up_report");

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
      return Written.NOW;
    } catch (TransactionCanceledException e) {
      var trail = e.cancellationReasons().get(0);
      var state = e.cancellationReasons().get(1);
      if (hasFailed(trail)) {
        return isBy(trail.item(), entry.writer()) ? Written.AGAIN : Written.BEFORE;
      }
      if (hasFailed(state)) {
        return Written.NEITHER;
      }
      throw cancelled(entry, trail, state);
    }
  }

  /** A conflict or a throttle passes; what else DynamoDB has against a write doesn't. */
  private static OperatorError cancelled(
      Entry entry, CancellationReason trail, CancellationReason state) {
    var subject = "record of " + entry.event() + " for operation " + entry.operationId();
    var happened =
        "DynamoDB cancelled the transaction (" + trail.code() + ", " + state.code() + ")";
    return Stream.of(trail, state).map(CancellationReason::code).allMatch(PASSING::contains)
        ? new TransientFailure(subject, happened)
        : new RefusedByAws(subject, happened);
  }

  /**
   * Writes where the operation stands alone, for the trail has told it before; leaves it where it
   * tells of something later.
   */
  void recordStateAlone(Entry entry) {
    var state = state(entry);
    try {
      dynamoDb.updateItem(
          update ->
              update
                  .tableName(state.tableName())
                  .key(state.key())
                  .updateExpression(state.updateExpression())
                  .expressionAttributeNames(state.expressionAttributeNames())
                  .expressionAttributeValues(state.expressionAttributeValues())
                  .conditionExpression(state.conditionExpression()));
    } catch (ConditionalCheckFailedException e) {
      // The row is another's or tells of something later, and is right as it is.
    }
  }

  /** Writes a row of the trail alone, where the operation's row isn't to be touched. */
  Written recordInTrailAlone(Entry entry) {
    return add(trail(entry), entry.writer());
  }

  private Written add(Put trail, String writer) {
    try {
      dynamoDb.putItem(
          put ->
              put.tableName(trail.tableName())
                  .item(trail.item())
                  .conditionExpression(trail.conditionExpression())
                  .returnValuesOnConditionCheckFailure(
                      trail.returnValuesOnConditionCheckFailure()));
      return Written.NOW;
    } catch (ConditionalCheckFailedException e) {
      return isBy(e.item(), writer) ? Written.AGAIN : Written.BEFORE;
    }
  }

  /**
   * Notes how far a wait is, for whoever asks the state table meanwhile.
   *
   * @param subject what is waited for: one of several, beside one another
   * @throws OperationInProgress where the operation belongs to another execution
   */
  public void progress(Step step, String subject, Look look, Instant now) {
    progress(
        step.plan().operationId(),
        Standing.of(step.state().name(), step.execution(), OperationStatus.RUNNING, now),
        new Progress(subject, look));
  }

  private void progress(String operationId, Assignments row, Progress progress) {
    row.set("progress", Attributes.of(progress)).remove("finished_at").remove("failure");
    update(operationId, MilestoneEntry.goingOn(row), MilestoneEntry.GOING_ON);
  }

  /** Changes the row of an operation, for the execution that it belongs to alone. */
  private void update(String operationId, Assignments row, String condition) {
    try {
      dynamoDb.updateItem(
          update ->
              update
                  .tableName(stateTable)
                  .key(key(operationId))
                  .updateExpression(row.expression())
                  .expressionAttributeNames(row.names())
                  .expressionAttributeValues(row.values())
                  .conditionExpression(condition));
    } catch (ConditionalCheckFailedException e) {
      throw inProgress(operationId);
    }
  }

  /** The same for a clean-up. */
  public void progress(
      String operationId, ExecutionContext execution, StateContext state, Look look, Instant now) {
    progress(
        operationId,
        Standing.of(state.name(), execution, OperationStatus.CLEANING_UP, now),
        new Progress("clean-up", look));
  }

  /** An operation's row as it stands now; empty where it was never claimed. */
  public Optional<OperationRow> find(String operationId) {
    return Optional.of(row(operationId)).filter(row -> !row.isEmpty()).map(OperationRow::of);
  }

  /** The operations that have ended and aren't cleaned up, by the same index as {@link #at}. */
  public Stream<OperationRow> ended() {
    return Stream.of(OperationStatus.SUCCEEDED, OperationStatus.FAILED).flatMap(this::at);
  }

  /**
   * The operations that have been cleaned up, those that began last first. Read by small pages, and
   * no further than the stream is: there may be years of them.
   */
  public Stream<OperationRow> cleanedUp() {
    return dynamoDb
        .queryPaginator(atStatus(OperationStatus.CLEANED_UP).andThen(NEWEST_FIRST))
        .items()
        .stream()
        .map(OperationRow::of);
  }

  /** The operations that stand at a status, by an index that may be some seconds late. */
  public Stream<OperationRow> at(OperationStatus status) {
    return dynamoDb.queryPaginator(atStatus(status)).items().stream().map(OperationRow::of);
  }

  private Consumer<QueryRequest.Builder> atStatus(OperationStatus status) {
    return query ->
        query
            .tableName(stateTable)
            .indexName(Schema.BY_STATUS)
            .keyConditionExpression("#status = :status")
            .expressionAttributeNames(Map.of("#status", Schema.STATUS))
            .expressionAttributeValues(Map.of(":status", text(status.name())));
  }

  /**
   * Writes into the trail that something is there whose operation is unknown.
   *
   * @param finder who found it: a retry of the same may say so again
   * @return false where the trail says so of that day already
   */
  public boolean noteOrphans(
      String operationId, List<OwnedResource> resources, Instant now, String finder) {
    var day = now.truncatedTo(ChronoUnit.DAYS);
    var row = new LinkedHashMap<String, AttributeValue>();
    row.put("at", Standing.time(now));
    row.put(Schema.TIME_TO_LIVE, number(now.plus(retention).getEpochSecond()));
    row.put("resources", Attributes.of(resources));
    return add(trail(operationId, day, ORPHANED, finder, row), finder) != Written.BEFORE;
  }

  /**
   * Deletes an operation's trail, and of its row all but whose it is and since when.
   *
   * @return how many rows of the trail there were
   * @throws OperationInProgress where the operation belongs to another execution
   */
  int purge(String operationId, String executionArn, Instant now) {
    var row = new Assignments().set(Schema.PURGED_AT, Standing.time(now));
    PURGED.forEach(row::remove);
    row.with(":execution_arn", text(executionArn));
    update(operationId, row, MilestoneEntry.CLAIMED);
    var entries =
        dynamoDb
            .queryPaginator(
                query ->
                    query
                        .tableName(auditTable)
                        .consistentRead(true)
                        .keyConditionExpression("operation_id = :operation")
                        .projectionExpression("operation_id, #entry")
                        .expressionAttributeNames(Map.of("#entry", Schema.ENTRY))
                        .expressionAttributeValues(Map.of(":operation", text(operationId))))
            .items()
            .stream()
            .toList();
    entries.forEach(key -> dynamoDb.deleteItem(delete -> delete.tableName(auditTable).key(key)));
    return entries.size();
  }

  /**
   * Called before anything is made or deleted: an execution that is redriven after the operation
   * has gone on without it, or was cleaned up, must not act for it any more. One that is redriven
   * in time takes the operation up again, so that it holds it before it acts; one whose end has
   * been reported, and which wasn't redriven since, is a late call and doesn't act.
   *
   * @throws OperationInProgress where the operation isn't this execution's to act for
   */
  public void requireClaim(String operationId, ExecutionContext execution) {
    var row =
        find(operationId)
            .filter(it -> it.executionArn().equals(execution.id()))
            .orElseThrow(() -> inProgress(operationId));
    switch (row.status()) {
      case SUCCEEDED, CLEANED_UP -> {} // its end is recorded: there is nothing left to take up
      case RUNNING, CLEANING_UP, FAILED -> {
        if (row.redriveCount() < execution.redriveCount()) {
          takeUp(operationId, execution);
        } else if (row.status() == OperationStatus.FAILED) {
          throw inProgress(operationId);
        }
      }
    }
  }

  private void takeUp(String operationId, ExecutionContext execution) {
    var status = execution.isCleanUp() ? OperationStatus.CLEANING_UP : OperationStatus.RUNNING;
    var row =
        new Assignments()
            .set(Schema.STATUS, text(status.name()))
            .set("redrive_count", number(execution.redriveCount()))
            .remove("finished_at")
            .remove("failure")
            .with(":execution_arn", text(execution.id()));
    execution.redrivenAt().ifPresent(at -> row.set("updated_at", Standing.time(at)));
    update(operationId, MilestoneEntry.goingOn(row), MilestoneEntry.GOING_ON);
  }

  /** Says whose the operation is: the refusal of whatever isn't its execution's. */
  OperationInProgress inProgress(String operationId) {
    var row = row(operationId);
    return new OperationInProgress(
        "operation " + operationId,
        row.isEmpty()
            ? "it isn't claimed any more"
            : "it belongs to execution "
                + row.get("execution_arn").s()
                + " and is "
                + row.get(Schema.STATUS).s());
  }

  private Map<String, AttributeValue> row(String operationId) {
    return dynamoDb
        .getItem(get -> get.tableName(stateTable).key(key(operationId)).consistentRead(true))
        .item();
  }

  private Put trail(Entry entry) {
    var row = new LinkedHashMap<String, AttributeValue>();
    row.put("at", Standing.time(entry.at()));
    row.put(Schema.TIME_TO_LIVE, timeToLive(entry));
    row.putAll(entry.details());
    return trail(entry.operationId(), entry.at(), entry.event().name(), entry.writer(), row);
  }

  private Put trail(
      String operationId,
      Instant sorted,
      String event,
      String writer,
      Map<String, AttributeValue> details) {
    var row = new LinkedHashMap<String, AttributeValue>();
    row.put(Schema.OPERATION_ID, text(operationId));
    row.put(Schema.ENTRY, text(Standing.time(sorted).s() + "#" + event));
    row.put("event", text(event));
    row.put(WRITER, text(writer));
    row.putAll(details);
    return Put.builder()
        .tableName(auditTable)
        .item(row)
        .conditionExpression("attribute_not_exists(operation_id)")
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build();
  }

  private Update state(Entry entry) {
    var standing = entry.standing();
    var row =
        entry.isOver()
            ? standing.set(Schema.TIME_TO_LIVE, timeToLive(entry))
            : standing.remove(Schema.TIME_TO_LIVE);
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
