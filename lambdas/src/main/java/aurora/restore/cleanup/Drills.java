package aurora.restore.cleanup;

import aurora.restore.audit.OperationRow;
import aurora.restore.audit.OperationTable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells how long ago a drill was completed, whatever has become of it since: it may await its
 * clean-up, be cleaned up or have been, or its clean-up may have failed.
 *
 * @param ended the operations that have ended and aren't cleaned up
 * @param underWay those that an execution works for, looked at after {@code ended}: an operation
 *     that goes on meanwhile is then seen twice rather than not at all
 */
record Drills(List<OperationRow> ended, List<UnderWay> underWay, OperationTable operations) {

  /**
   * Seconds since the latest was completed; null where the records know none. Of those that are
   * cleaned up only the one that began last is looked at, so that the years before it needn't be
   * read: of two at once that one counts, though the other may have ended after it.
   */
  Long ageSeconds(Instant now) {
    var known = Stream.concat(ended.stream(), underWay.stream().map(UnderWay::row));
    var cleanedUp =
        operations.cleanedUp().map(OperationRow::drilledAt).flatMap(Optional::stream).findFirst();
    return Stream.concat(
            known.map(OperationRow::drilledAt).flatMap(Optional::stream), cleanedUp.stream())
        .max(Instant::compareTo)
        .map(latest -> age(latest, now))
        .orElse(null);
  }

  /** A call that comes late, or is repeated, may find what was completed after it had fired. */
  private static long age(Instant completed, Instant now) {
    return Math.max(0, Duration.between(completed, now).toSeconds());
  }
}
