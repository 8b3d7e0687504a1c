package aurora.restore.simulation.dynamodb;

import aurora.restore.simulation.dynamodb.expression.Condition;
import aurora.restore.simulation.dynamodb.expression.Projection;
import aurora.restore.simulation.dynamodb.value.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A page of a query or a scan. It ends at the limit, or before what makes it larger than a
 * megabyte, filtered out or not. At the limit it names a last item even where nothing follows
 * (DynamoDB Developer Guide, "Paginating table query results").
 *
 * @param items those that the filter lets through
 * @param looked how many were looked at
 * @param last the item that the next page begins after; empty where all were looked at
 */
record ItemPage(
    List<Map<String, AttributeValue>> items,
    int looked,
    Optional<Map<String, AttributeValue>> last) {
  private static final int MOST_BYTES = 1024 * 1024;

  /**
   * @param left what wasn't on a page yet, in order
   * @param limit null where there is none
   */
  static ItemPage of(
      List<Map<String, AttributeValue>> left,
      Integer limit,
      Optional<Condition> filter,
      Optional<Projection> projection) {
    var items = new ArrayList<Map<String, AttributeValue>>();
    var bytes = 0;
    var looked = 0;
    for (var item : left) {
      bytes += Sizes.ofItem(item);
      if (looked > 0 && bytes > MOST_BYTES) {
        return new ItemPage(items, looked, Optional.of(left.get(looked - 1)));
      }
      looked++;
      if (filter.map(it -> it.holds(item)).orElse(true)) {
        items.add(projection.map(it -> it.of(item)).orElse(item));
      }
      if (limit != null && looked == limit) {
        return new ItemPage(items, looked, Optional.of(item));
      }
    }
    return new ItemPage(items, looked, Optional.empty());
  }
}
