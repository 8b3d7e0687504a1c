package aurora.restore.cleanup;

import static aurora.restore.cleanup.CleanUpKey.*;
import static java.util.Objects.requireNonNullElse;

import aurora.restore.input.Fields;
import aurora.restore.input.Rule;
import aurora.restore.operation.LowerCase;
import aurora.restore.operation.Ownership;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * The clean-up's input, well-formed.
 *
 * @param finalSnapshotId null: no final snapshot
 * @param madeBy null: whichever execution made it
 * @see CleanUpKey what each means
 */
public record CleanUpRequest(
    String operationId,
    boolean keepSnapshot,
    String finalSnapshotId,
    boolean disableDeletionProtection,
    String madeBy,
    boolean purgeRecords) {

  /**
   * Reads an input.
   *
   * @throws aurora.restore.error.InvalidRequest with all that is wrong, where anything is
   */
  public static CleanUpRequest read(JsonNode input) {
    var fields = new Fields(input);
    fields.refuseUnknownKeys(CleanUpKey.values());
    var request =
        new CleanUpRequest(
            fields.text(OPERATION_ID, Rule.OPERATION),
            requireNonNullElse(fields.flag(KEEP_SNAPSHOT), false),
            LowerCase.of(fields.text(FINAL_SNAPSHOT_ID, Rule.IDENTIFIER)),
            requireNonNullElse(fields.flag(DISABLE_DELETION_PROTECTION), false),
            fields.text(MADE_BY, Rule.EXECUTION),
            requireNonNullElse(fields.flag(PURGE_RECORDS), false));
    var last = request.finalSnapshotId();
    if (last != null && last.startsWith(Ownership.NAME_PREFIX)) {
      fields.find(
          FINAL_SNAPSHOT_ID,
          "begins with " + Ownership.NAME_PREFIX + ", as snapshots do that clean-ups delete",
          "choose another name");
    }
    fields.throwFindings();
    return request;
  }
}
