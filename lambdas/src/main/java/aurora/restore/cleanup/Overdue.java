package aurora.restore.cleanup;

import aurora.restore.operation.Deadlines;
import aurora.restore.operation.OperationStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/**
 * Tells which operations should have ended. Each wait of theirs ends at a deadline, so that one
 * which is under way after all of them stands still: its functions aren't called, its account is
 * throttled, or it ended and nobody can report that.
 */
final class Overdue {
  /** What isn't waited for: planning, retries, the time between two looks. */
  private static final Duration SLACK = Duration.ofHours(1);

  /** Of an operation whose row tells no plan. */
  private static final Duration UNPLANNED =
      Duration.ofHours(
          Deadlines.DEFAULT.copyHours()
              + 2 * Deadlines.DEFAULT.restoreHours()
              + 3 * Deadlines.DEFAULT.instanceHours());

  private Overdue() {}

  static boolean is(UnderWay operation, Instant now) {
    return now.isAfter(began(operation).plus(longest(operation)).plus(SLACK));
  }

  /** Since the execution's start, or since its redrive, which begins the deadlines anew. */
  private static Instant began(UnderWay operation) {
    return operation
        .execution()
        .flatMap(Overdue::latestStart)
        .orElse(operation.row().startedAt()); // forgotten after 90 days: overdue in any case
  }

  private static Optional<Instant> latestStart(DescribeExecutionResponse execution) {
    return Stream.of(execution.startDate(), execution.redriveDate())
        .filter(Objects::nonNull)
        .max(Instant::compareTo);
  }

  private static Duration longest(UnderWay operation) {
    var row = operation.row();
    if (row.status() == OperationStatus.CLEANING_UP) {
      return TearDownHandler.DEADLINE;
    }
    return row.plan() == null ? UNPLANNED : row.plan().longest();
  }
}
