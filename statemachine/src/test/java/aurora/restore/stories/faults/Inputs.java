package aurora.restore.stories.faults;

import aurora.restore.edge.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What the stories ask for. */
final class Inputs {
  private Inputs() {}

  /** A cluster with a writer and a reader, from an unencrypted snapshot of another region. */
  static ObjectNode plain() {
    var input = Json.MAPPER.createObjectNode();
    input.put("snapshot_id", "orders-2026-11-22");
    input.put("source_region", "us-east-1");
    input.put("target_region", "us-west-2");
    input.put("vpc_id", "vpc-0a1b2c3d4e5f60718");
    input.set(
        "subnet_ids",
        Json.MAPPER.valueToTree(List.of("subnet-0a1b2c3d4e5f60001", "subnet-0a1b2c3d4e5f60002")));
    input.set("security_group_ids", Json.MAPPER.valueToTree(List.of("sg-0a1b2c3d4e5f60718")));
    input.put("instance_count", 2);
    return input;
  }

  /** The same of PostgreSQL, and what is restored is checked by SQL. */
  static ObjectNode checked() {
    var input = plain().put("engine_version", "16.4");
    var verification = input.putObject("verification");
    verification.put("database", "orders").put("secret", "managed");
    verification
        .putArray("checks")
        .addObject()
        .put("name", "orders are there")
        .put("sql", "select count(*) from orders")
        .put("at_least", 1000);
    return input;
  }

  /** The same from an encrypted snapshot. */
  static ObjectNode encrypted() {
    return plain().put("kms_key_id", "alias/dr");
  }
}
