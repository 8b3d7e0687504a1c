package aurora.restore.audit;

import static aurora.restore.audit.Attributes.number;
import static aurora.restore.audit.Attributes.text;

import aurora.restore.edge.Edge;
import aurora.restore.error.OperatorError;
import aurora.restore.error.RefusedByAws;
import aurora.restore.error.TransientFailure;
import aurora.restore.operation.OwnedResource;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
 * Writes what happened: a row of the audit table, and with most of them where the operation stands.
 * The same written twice by one writer is one row.
 */
public final class AuditTrail {
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

  private final DynamoDbClient dynamoDb;
  private final String stateTable;
  private final String auditTable;
  private final Duration retention;

  private AuditTrail(
      DynamoDbClient dynamoDb, String stateTable, String auditTable, Duration retention) {
    this.dynamoDb = dynamoDb;
    this.stateTable = stateTable;
    this.auditTable = auditTable;
    this.retention = retention;
  }

  public static AuditTrail of(Edge edge) {
    var settings = edge.settings();
    return new AuditTrail(
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
    return put(trail)
        .map(there -> isBy(there, writer) ? Written.AGAIN : Written.BEFORE)
        .orElse(Written.NOW);
  }

  /** Puts a row where there is none, and answers the one that there is. */
  private Optional<Map<String, AttributeValue>> put(Put trail) {
    try {
      dynamoDb.putItem(
          put ->
              put.tableName(trail.tableName())
                  .item(trail.item())
                  .conditionExpression(trail.conditionExpression())
                  .returnValuesOnConditionCheckFailure(
                      trail.returnValuesOnConditionCheckFailure()));
      return Optional.empty();
    } catch (ConditionalCheckFailedException e) {
      return Optional.of(e.item());
    }
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
    row.put("at", Attributes.time(now));
    row.put(Schema.TIME_TO_LIVE, timeToLive(now));
    row.put("resources", Attributes.of(resources));
    var trail = trail(operationId, day, Schema.ORPHANED, Schema.ORPHANED, finder, row);
    return add(trail, finder) != Written.BEFORE;
  }

  /**
   * Adds a row to the trail, unless there is one in its place.
   *
   * @param at when the event was, which the row sorts by
   * @param writer who adds it: a retry of the same finds what an earlier try has added
   * @param startedAt when the execution began that the row tells of
   * @param details what the row tells beside
   * @return the row as the writer's first try has written it; empty where another's is in its place
   */
  public Optional<Map<String, AttributeValue>> add(
      String operationId,
      Instant at,
      String event,
      String writer,
      Instant startedAt,
      Map<String, AttributeValue> details) {
    var row = new LinkedHashMap<String, AttributeValue>();
    row.put("at", Attributes.time(at));
    row.put(Schema.TIME_TO_LIVE, timeToLive(startedAt));
    row.putAll(details);
    var trail = trail(operationId, at, event, event, writer, row);
    var there = put(trail);
    if (there.isEmpty()) {
      return Optional.of(trail.item());
    }
    return there.filter(item -> isBy(item, writer));
  }

  private Put trail(Entry entry) {
    var row = new LinkedHashMap<String, AttributeValue>();
    row.put("at", Attributes.time(entry.at()));
    row.put(Schema.TIME_TO_LIVE, timeToLive(entry.startedAt()));
    row.putAll(entry.details());
    return trail(
        entry.operationId(), entry.at(), entry.key(), entry.event().name(), entry.writer(), row);
  }

  private Put trail(
      String operationId,
      Instant sorted,
      String key,
      String event,
      String writer,
      Map<String, AttributeValue> details) {
    var row = new LinkedHashMap<String, AttributeValue>();
    row.put(Schema.OPERATION_ID, text(operationId));
    row.put(Schema.ENTRY, text(Schema.entry(sorted, key)));
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
            ? standing.set(Schema.TIME_TO_LIVE, timeToLive(entry.startedAt()))
            : standing.remove(Schema.TIME_TO_LIVE);
    return Update.builder()
        .tableName(stateTable)
        .key(Schema.keyOf(entry.operationId()))
        .updateExpression(row.expression())
        .conditionExpression(entry.condition())
        .expressionAttributeNames(row.names())
        .expressionAttributeValues(row.values())
        .build();
  }

  private AttributeValue timeToLive(Instant startedAt) {
    return number(startedAt.plus(retention).getEpochSecond());
  }

  private static boolean hasFailed(CancellationReason reason) {
    return CONDITION_FAILED.equals(reason.code());
  }

  private static boolean isBy(Map<String, AttributeValue> row, String writer) {
    return row != null && row.containsKey(WRITER) && row.get(WRITER).s().equals(writer);
  }
}
