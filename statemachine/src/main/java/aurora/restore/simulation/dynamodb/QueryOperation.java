package aurora.restore.simulation.dynamodb;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.dynamodb.expression.Condition;
import aurora.restore.simulation.dynamodb.expression.ExpressionKind;
import aurora.restore.simulation.dynamodb.expression.ExpressionNames;
import aurora.restore.simulation.dynamodb.expression.KeyCondition;
import aurora.restore.simulation.dynamodb.expression.Projection;
import aurora.restore.simulation.dynamodb.value.Invalid;
import aurora.restore.simulation.strict.Members;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Answers the items of one partition of a table or of an index, page by page. */
final class QueryOperation {
  private static final Set<String> MODELLED =
      Set.of(
          "TableName",
          "IndexName",
          "KeyConditionExpression",
          "FilterExpression",
          "ProjectionExpression",
          "ExpressionAttributeNames",
          "ExpressionAttributeValues",
          "ExclusiveStartKey",
          "Limit",
          "ScanIndexForward",
          "ConsistentRead");

  private final TableCatalogue catalogue;

  /** What is asked for, read. */
  private record Query(
      Sequence sequence,
      KeyCondition keys,
      Optional<Condition> filter,
      Optional<Projection> projection) {}

  QueryOperation(TableCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  QueryResponse query(Caller caller, QueryRequest request) {
    Members.of(request).modelled(MODELLED);
    if (request.limit() != null && request.limit() < 1) {
      throw Invalid.member("limit", "Member must have value greater than or equal to 1");
    }
    var table = catalogue.table(Address.of(caller, request.tableName()));
    var query = read(request, sequence(table, request));
    var now = catalogue.now();
    var seen = Boolean.TRUE.equals(request.consistentRead()) ? now : catalogue.seenLate();
    return page(query, request, table.items(now, seen).values());
  }

  private static Sequence sequence(Table table, QueryRequest request) {
    var isForward = !Boolean.FALSE.equals(request.scanIndexForward());
    if (request.indexName() == null) {
      return new Sequence(table.keys(), table.keys(), isForward);
    }
    var index =
        table.indexes().stream()
            .filter(it -> it.name().equals(request.indexName()))
            .findFirst()
            .orElseThrow(
                () ->
                    Invalid.request(
                        "The table does not have the specified index: %s", request.indexName()));
    if (Boolean.TRUE.equals(request.consistentRead())) {
      throw Invalid.request("Consistent reads are not supported on global secondary indexes");
    }
    return new Sequence(index.keys(), table.keys(), isForward);
  }

  private static Query read(QueryRequest request, Sequence sequence) {
    var placeholders =
        ExpressionNames.of(request.expressionAttributeNames(), request.expressionAttributeValues());
    if (request.keyConditionExpression() == null) {
      throw Invalid.request(
          "Either the KeyConditions or KeyConditionExpression parameter must be specified in the"
              + " request.");
    }
    var keys = sequence.keys();
    var query =
        new Query(
            sequence,
            KeyCondition.read(
                request.keyConditionExpression(),
                placeholders,
                keys.partition().name(),
                keys.sort().map(KeySchema.Attribute::name)),
            Optional.ofNullable(request.filterExpression())
                .map(it -> Condition.read(ExpressionKind.FILTER, it, placeholders)),
            Optional.ofNullable(request.projectionExpression())
                .map(it -> Projection.read(it, placeholders)));
    placeholders.requireAllUsed();
    requireTypes(query);
    query.filter().ifPresent(filter -> requireNoKey(filter, keys));
    return query;
  }

  private static void requireTypes(Query query) {
    var keys = query.sequence().keys();
    requireType(keys.partition(), query.keys().partition());
    query.keys().bounds().forEach(bound -> requireType(keys.sort().orElseThrow(), bound));
  }

  private static void requireType(KeySchema.Attribute attribute, AttributeValue value) {
    if (!ItemKeyRules.isOf(attribute, value)) {
      throw Invalid.parameter("Condition parameter type does not match schema type");
    }
    ItemKeyRules.requireNotEmpty(attribute.name(), value);
  }

  private static void requireNoKey(Condition filter, KeySchema keys) {
    filter
        .paths()
        .filter(path -> keys.names().contains(path.attribute()))
        .findFirst()
        .ifPresent(
            path -> {
              throw Invalid.request(
                  "Filter Expression can only contain non-primary key attributes: Primary key"
                      + " attribute: %s",
                  path.attribute());
            });
  }

  private static QueryResponse page(
      Query query, QueryRequest request, Collection<Map<String, AttributeValue>> items) {
    var sequence = query.sequence();
    var left = sequence.of(items, query.keys(), start(query, request));
    var page = ItemPage.of(left, request.limit(), query.filter(), query.projection());
    return QueryResponse.builder()
        .items(page.items())
        .count(page.items().size())
        .scannedCount(page.looked())
        .lastEvaluatedKey(page.last().map(sequence::place).orElse(null))
        .build();
  }

  private static Optional<Map<String, AttributeValue>> start(Query query, QueryRequest request) {
    if (!request.hasExclusiveStartKey()) {
      return Optional.empty();
    }
    var start = new LinkedHashMap<>(request.exclusiveStartKey());
    query.sequence().requirePlace(start);
    var partition = query.sequence().keys().partition().name();
    if (!start.get(partition).equals(query.keys().partition()) || !query.keys().includes(start)) {
      throw outside();
    }
    return Optional.of(start);
  }

  private static AwsError outside() {
    return Invalid.request(
        "The provided starting key is outside query boundaries based on provided conditions");
  }
}
