package aurora.restore.simulation.rds;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import software.amazon.awssdk.services.rds.model.Filter;

/** The filters of a describe call: all must match, each by any of its values. */
final class Filters {
  private Filters() {}

  /**
   * @param known what each filter looks at; one of its answers must be among the filter's values
   */
  static <T> Predicate<T> of(List<Filter> filters, Map<String, Function<T, List<String>>> known) {
    Predicate<T> all = thing -> true;
    for (var filter : filters) {
      var looksAt = known.get(filter.name());
      if (looksAt == null) {
        throw Refusal.invalidValue("Unrecognized filter name: " + filter.name());
      }
      var values = filter.values().stream().map(Identifiers::fold).toList();
      all =
          all.and(
              thing ->
                  looksAt.apply(thing).stream()
                      .anyMatch(value -> values.contains(Identifiers.fold(value))));
    }
    return all;
  }
}
