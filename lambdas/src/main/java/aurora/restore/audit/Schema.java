package aurora.restore.audit;

import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How the two tables are keyed: the CDK app and the rehearsal make them by this. */
public final class Schema {
  /** Partition key of both tables. */
  public static final String OPERATION_ID = "operation_id";

  /** Sort key of the audit table: the event's time and name, so that it reads in order. */
  public static final String ENTRY = "entry";

  /**
   * The event of a note that something is there whose operation is unknown. One a day, sorted at
   * the day's beginning: it may come after what it stands before.
   */
  public static final String ORPHANED = "ORPHANED";

  /** When DynamoDB may forget a row, in epoch seconds. */
  public static final String TIME_TO_LIVE = "ttl";

  /** Index of the state table that answers what is running, what has failed, what has expired. */
  public static final String BY_STATUS = "by_status";

  /** Partition key of {@link #BY_STATUS}. */
  public static final String STATUS = "status";

  /** Sort key of {@link #BY_STATUS}. */
  public static final String STARTED_AT = "started_at";

  /**
   * When a restore of the operation was completed. Another execution of the operation leaves it,
   * for what was completed isn't cleaned up because of that one's failure; a clean-up takes it
   * away.
   */
  static final String COMPLETED_AT = "completed_at";

  /** When the operation's trail was deleted: what ended before then isn't reported any more. */
  static final String PURGED_AT = "purged_at";

  private Schema() {}

  /**
   * A row's {@link #ENTRY}.
   *
   * @param key what tells it apart from others of the same operation and instant
   */
  public static String entry(Instant at, String key) {
    return Attributes.time(at).s() + "#" + key;
  }

  /** The key of an operation's row in the state table. */
  static Map<String, AttributeValue> keyOf(String operationId) {
    return Map.of(OPERATION_ID, AttributeValue.fromS(operationId));
  }
}
