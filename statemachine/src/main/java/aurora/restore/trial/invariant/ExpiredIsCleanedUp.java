package aurora.restore.trial.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A month later, whatever has expired is cleaned up.
 *
 * <p>Left out is what is protected from deletion, or was touched by people: that is told each day,
 * and theirs to settle.
 */
final class ExpiredIsCleanedUp implements Invariant {
  private static final Duration A_WHILE = Duration.ofDays(2);

  /** RDS deletes nothing that it is still making; where it never ends, nobody can. */
  private static final List<String> UNFINISHED = List.of("creating", "migrating");

  @Override
  public void atLast(Observed evidence) {
    if (!evidence.scene().touches().isEmpty()) {
      return;
    }
    for (var operation : evidence.operations()) {
      if (evidence.madeFor(operation).stream().anyMatch(it -> UNFINISHED.contains(it.status()))) {
        continue;
      }
      evidence
          .row(operation)
          .filter(row -> row.at("/request/expires_after_hours").isNumber())
          .filter(row -> !row.at("/request/deletion_protection").asBoolean())
          .filter(row -> expiredAt(row).plus(A_WHILE).isBefore(evidence.world().now()))
          .filter(row -> !row.path("status").asText().equals("CLEANED_UP"))
          .ifPresent(
              row ->
                  evidence.violated(
                      this,
                      operation
                          + " expired at "
                          + expiredAt(row)
                          + " and is "
                          + row.get("status")));
    }
  }

  /** By what was asked for. */
  private static Instant expiredAt(JsonNode row) {
    return Instant.parse(row.get("started_at").asText())
        .plus(Duration.ofHours(row.at("/request/expires_after_hours").asLong()));
  }
}
