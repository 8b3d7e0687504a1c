package aurora.restore.simulation.dynamodb;

import aurora.restore.simulation.Caller;
import aurora.restore.simulation.dynamodb.expression.Condition;
import aurora.restore.simulation.dynamodb.expression.ExpressionKind;
import aurora.restore.simulation.dynamodb.expression.ExpressionNames;
import aurora.restore.simulation.dynamodb.expression.Projection;
import aurora.restore.simulation.dynamodb.value.Invalid;
import aurora.restore.simulation.strict.Members;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  private final TableCatalogue catalogue;

  ScanOperation(TableCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  ScanResponse scan(Caller caller, ScanRequest request) {
    Members.of(request).modelled(MODELLED);
    if (request.limit() != null && request.limit() < 1) {
      throw Invalid.member("limit", "Member must have value greater than or equal to 1");
    }
    var table = catalogue.table(Address.of(caller, request.tableName()));
    var placeholders =
        ExpressionNames.of(request.expressionAttributeNames(), request.expressionAttributeValues());
    var filter =
        Optional.ofNullable(request.filterExpression())
            .map(it -> Condition.read(ExpressionKind.FILTER, it, placeholders));
    var projection =
        Optional.ofNullable(request.projectionExpression())
            .map(it -> Projection.read(it, placeholders));
    placeholders.requireAllUsed();
    var now = catalogue.now();
    var seen = Boolean.TRUE.equals(request.consistentRead()) ? now : catalogue.seenLate();
    var items = table.items(now, seen);
    var left =
        request.hasExclusiveStartKey()
            ? items.tailMap(ItemKeyRules.named(table.keys(), request.exclusiveStartKey()), false)
            : items;
    var page = ItemPage.of(List.copyOf(left.values()), request.limit(), filter, projection);
    return ScanResponse.builder()
        .items(page.items())
        .count(page.items().size())
        .scannedCount(page.looked())
        .lastEvaluatedKey(page.last().map(table.keys()::project).orElse(null))
        .build();
  }
}
