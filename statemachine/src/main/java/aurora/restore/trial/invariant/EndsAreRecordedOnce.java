package aurora.restore.trial.invariant;

import aurora.restore.engine.StatusChange;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * The trail of its operation tells each bad end of a restore or a clean-up once.
 *
 * <p>Left out are operations whose trail somebody had purged.
 */
final class EndsAreRecordedOnce implements Invariant {
  @Override
  public void atLast(Observed evidence) {
    for (var end : evidence.badEnds()) {
      var execution = evidence.world().engine().execution(end.executionArn()).orElseThrow();
      var operation = Observed.operation(execution);
      if (evidence.row(operation).filter(row -> row.has("purged_at")).isPresent()) {
        continue;
      }
      var count = evidence.trail(operation).stream().filter(row -> tells(row, end)).count();
      if (count != 1) {
        evidence.violated(
            this,
            "the trail tells "
                + count
                + " times that "
                + end.executionArn()
                + " ended "
                + end.status()
                + " after "
                + end.redriveCount()
                + " redrives");
      }
    }
  }

  private static boolean tells(JsonNode row, StatusChange end) {
    return row.path("event").asText().equals("FAILED")
        && row.path("execution_arn").asText().equals(end.executionArn())
        && row.path("redrive_count").asInt() == end.redriveCount();
  }
}
