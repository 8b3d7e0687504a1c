package aurora.restore.simulation.rds;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One page of a listing.
 *
 * @param items at most as many as asked for
 * @param marker what the next page is asked with; null on the last one
 */
record Page<T>(List<T> items, String marker) {
  private static final int MIN_RECORDS = 20;
  private static final int DEFAULT_RECORDS = 100;

  /** A page of things in their drawn order: what comes or goes between two pages shifts none. */
  static <T extends RdsResource> Page<T> ofThings(
      Stream<T> things, Integer maxRecords, String marker) {
    var size = size(maxRecords, 100);
    var after = marker == null || marker.isEmpty() ? null : lot(marker);
    var rest =
        things
            .sorted(Comparator.comparingLong((T thing) -> thing.lot))
            .filter(thing -> after == null || thing.lot > after)
            .toList();
    if (rest.size() <= size) {
      return new Page<>(rest, null);
    }
    var items = rest.subList(0, size);
    return new Page<>(items, Long.toHexString(items.getLast().lot));
  }

  /** A page of a catalogue, which doesn't change between two pages. */
  static <T> Page<T> ofCatalogue(List<T> all, Integer maxRecords, int most, String marker) {
    var size = size(maxRecords, most);
    var from = marker == null || marker.isEmpty() ? 0 : (int) Math.min(lot(marker), all.size());
    var to = Math.min(from + size, all.size());
    return new Page<>(all.subList(from, to), to == all.size() ? null : Integer.toHexString(to));
  }

  private static int size(Integer maxRecords, int most) {
    if (maxRecords == null) {
      return DEFAULT_RECORDS;
    }
    if (maxRecords < MIN_RECORDS || maxRecords > most) {
      throw Refusal.invalidValue(
          "Invalid value %d for MaxRecords. Must be between %d and %d"
              .formatted(maxRecords, MIN_RECORDS, most));
    }
    return maxRecords;
  }

  private static long lot(String marker) {
    try {
      return Long.parseUnsignedLong(marker, 16);
    } catch (NumberFormatException e) {
      throw Refusal.invalidValue("Invalid marker: " + marker);
    }
  }
}
