package aurora.restore.plan;

import aurora.restore.edge.Json;
import aurora.restore.operation.SourceSnapshot;
import java.time.Instant;
import java.util.Map;

/** What the tests of single checks begin with: an encrypted snapshot, and an input for it. */
final class Snapshots {
  static final String ACCOUNT = "111122223333";
  static final String SOURCE_KEY = "arn:aws:kms:us-east-1:444455556666:key/1";

  private Snapshots() {}

  static SourceSnapshot of(String engine, String version) {
    return new SourceSnapshot(
        "orders-1",
        "arn:aws:rds:us-east-1:444455556666:cluster-snapshot:orders-1",
        "444455556666",
        "orders",
        "cluster-1",
        Instant.EPOCH,
        engine,
        version,
        "provisioned",
        "aurora",
        true,
        SOURCE_KEY,
        false,
        Map.of(),
        "vpc-9");
  }

  /** The runbook's keys and a key for the copy. */
  static RestoreRequest request() {
    var input = Json.MAPPER.createObjectNode();
    input.put("snapshot_id", "orders-1");
    input.put("source_region", "us-east-1");
    input.put("target_region", "us-west-2");
    input.put("vpc_id", "vpc-1");
    input.putArray("subnet_ids").add("subnet-1").add("subnet-2");
    input.putArray("security_group_ids").add("sg-1");
    input.put("kms_key_id", "arn:aws:kms:us-west-2:444455556666:key/2");
    return RestoreRequest.read(input, "drill-1");
  }
}
