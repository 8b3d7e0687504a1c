package aurora.restore.audit;

import static aurora.restore.audit.Attributes.text;

import aurora.restore.edge.Edge;
import aurora.restore.operation.OperationStatus;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Where operations stand: the rows of the state table, read. */
public final class OperationTable {
  private static final int MOST_COMPLETED = 100;

  private static final Consumer<QueryRequest.Builder> NEWEST_FIRST =
      query -> query.scanIndexForward(false).limit(10);

  private final DynamoDbClient dynamoDb;
  private final String stateTable;

  private OperationTable(DynamoDbClient dynamoDb, String stateTable) {
    this.dynamoDb = dynamoDb;
    this.stateTable = stateTable;
  }

  public static OperationTable of(Edge edge) {
    return new OperationTable(edge.aws().dynamoDb(), edge.settings().stateTable());
  }

  /** An operation's row as it stands now; empty where it was never claimed. */
  public Optional<OperationRow> find(String operationId) {
    var row =
        dynamoDb
            .getItem(
                get ->
                    get.tableName(stateTable).key(Schema.keyOf(operationId)).consistentRead(true))
            .item();
    return row.isEmpty() ? Optional.empty() : Optional.of(OperationRow.of(row));
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

  /**
   * The operations that have been completed and not begun anew since, those that began last first:
   * a hundred of those that are there, and of those that are cleaned up.
   */
  public Stream<OperationRow> completed() {
    return Stream.of(OperationStatus.SUCCEEDED, OperationStatus.CLEANED_UP)
        .flatMap(
            status ->
                dynamoDb.queryPaginator(atStatus(status).andThen(NEWEST_FIRST)).items().stream()
                    .limit(MOST_COMPLETED))
        .map(OperationRow::of)
        .filter(row -> row.report() != null)
        .sorted(Comparator.comparing(OperationRow::startedAt).reversed());
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
}
