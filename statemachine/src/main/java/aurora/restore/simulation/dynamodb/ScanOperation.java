package aurora.restore.simulation.dynamodb;

import aurora.restore.simulation.Caller;
import aurora.restore.simulation.dynamodb.expression.Condition;
import aurora.restore.simulation.dynamodb.expression.Kind;
import aurora.restore.simulation.dynamodb.expression.Placeholders;
import aurora.restore.simulation.dynamodb.expression.Projection;
import aurora.restore.simulation.dynamodb.value.Invalid;
import aurora.restore.simulation.dynamodb.value.Sizes;
import aurora.restore.simulation.strict.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** Answers all items of a table, page by page, in the order of their keys. */
final class ScanOperation {
  private static final Set<String> MODELLED =
      Set.of(
          "TableName",
          "FilterExpression",
          "ProjectionExpression",
          "ExpressionAttributeNames",
          "ExpressionAttributeValues",
          "ExclusiveStartKey",
          "Limit",
          "ConsistentRead");
  private static final int PAGE_MAX_BYTES = 1024 * 1024;

  private final Catalogue catalogue;

  ScanOperation(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  ScanResponse scan(Caller caller, ScanRequest request) {
    Members.of(request).modelled(MODELLED);
    if (request.limit() != null && request.limit() < 1) {
      throw Invalid.member("limit", "Member must have value greater than or equal to 1");
    }
    var table = catalogue.table(Address.of(caller, request.tableName()));
    var placeholders =
        Placeholders.of(request.expressionAttributeNames(), request.expressionAttributeValues());
    var filter =
        Optional.ofNullable(request.filterExpression())
            .map(it -> Condition.read(Kind.FILTER, it, placeholders));
    var projection =
        Optional.ofNullable(request.projectionExpression())
            .map(it -> Projection.read(it, placeholders));
    placeholders.requireAllUsed();
    var now = catalogue.now();
    var seen = Boolean.TRUE.equals(request.consistentRead()) ? now : catalogue.seenLate();
    var items = table.items(now, seen);
    var left =
        request.hasExclusiveStartKey()
            ? items.tailMap(KeyRules.named(table.keys(), request.exclusiveStartKey()), false)
            : items;
    return page(table.keys(), request, List.copyOf(left.values()), filter, projection);
  }

  /** Ends at the limit, or before what makes it larger than a megabyte, filtered out or not. */
  private static ScanResponse page(
      KeySchema keys,
      ScanRequest request,
      List<Map<String, AttributeValue>> left,
      Optional<Condition> filter,
      Optional<Projection> projection) {
    var page = new ArrayList<Map<String, AttributeValue>>();
    var bytes = 0;
    var looked = 0;
    var answer = ScanResponse.builder();
    for (var item : left) {
      bytes += Sizes.ofItem(item);
      var isFull = request.limit() != null && looked == request.limit();
      if (looked > 0 && (isFull || bytes > PAGE_MAX_BYTES)) {
        answer.lastEvaluatedKey(keys.project(left.get(looked - 1)));
        break;
      }
      looked++;
      if (filter.map(it -> it.holds(item)).orElse(true)) {
        page.add(projection.map(it -> it.of(item)).orElse(item));
      }
    }
    return answer.items(page).count(page.size()).scannedCount(looked).build();
  }
}
