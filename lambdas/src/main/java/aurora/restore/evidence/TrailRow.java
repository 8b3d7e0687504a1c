package aurora.restore.evidence;

import aurora.restore.json.Records;
import aurora.restore.operation.CleanUpReport;
import aurora.restore.operation.OwnedResource;
import aurora.restore.operation.ResourceKind;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * A row of the trail, as far as evidence reads more of it than that it is there.
 *
 * @param resources what was there by then; null where the row doesn't tell
 * @param cleanUpReport of a clean-up that has ended; else null
 */
record TrailRow(
    String event,
    Instant at,
    String executionArn,
    List<Standing> resources,
    CleanUpReport cleanUpReport) {
  /**
   * @param region null where the row doesn't tell
   */
  record Standing(ResourceKind kind, String id, String region) {
    OwnedResource resource() {
      return new OwnedResource(kind, id);
    }
  }

  static TrailRow of(JsonNode row) {
    return Records.read(row, TrailRow.class);
  }

  boolean is(String event, String execution) {
    return this.event.equals(event) && execution.equals(executionArn);
  }
}
