package aurora.restore.evidence;

import aurora.restore.edge.ObjectStore;
import aurora.restore.json.JsonText;
import aurora.restore.json.Records;

/**
 * A bucket that keeps a copy of evidence where those who can change the tables can't reach it.
 *
 * @param bucket its name
 */
record Vault(ObjectStore objects, String bucket) {
  /** What is kept: what the row has that can be verified. */
  private record Copy(
      String operationId,
      String entry,
      String document,
      String digest,
      EvidenceRow.Signature signature) {}

  /**
   * Keeps a copy, once.
   *
   * @return where it is
   */
  String keep(EvidenceRow row) {
    var key = "evidence/" + row.operationId() + "/" + time(row) + ".json";
    var copy =
        new Copy(row.operationId(), row.entry(), row.document(), row.digest(), row.signature());
    objects.putOnce(bucket, key, JsonText.of(Records.tree(copy)));
    return "s3://" + bucket + "/" + key;
  }

  private static String time(EvidenceRow row) {
    return row.entry().substring(0, row.entry().indexOf('#'));
  }
}
