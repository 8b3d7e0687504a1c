package aurora.restore.stories;

import aurora.restore.edge.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The input of the runbook, and the variations on it. Each is a new one. */
public record RunbookInput(ObjectNode json) {
  public static final String ACCOUNT = "111122223333";
  public static final String OTHER_ACCOUNT = "444455556666";
  public static final String SOURCE = "us-east-1";
  public static final String TARGET = "us-west-2";
  public static final String CLUSTER = "orders";
  public static final String SNAPSHOT = "orders-2026-11-22";
  public static final String SOURCE_KEY =
      "arn:aws:kms:us-east-1:111122223333:key/5ce0a1b2-0000-4000-8000-00000000abcd";
  public static final String TARGET_KEY_ID = "7a96e7b2-0000-4000-8000-00000000dcba";
  public static final String TARGET_KEY =
      "arn:aws:kms:us-west-2:111122223333:key/7a96e7b2-0000-4000-8000-00000000dcba";

  /** What the runbook asks for and nothing else: six keys, from one region to another. */
  public static RunbookInput input() {
    return new RunbookInput(Json.MAPPER.createObjectNode())
        .with("snapshot_id", SNAPSHOT)
        .with("source_region", SOURCE)
        .with("target_region", TARGET)
        .with("vpc_id", "vpc-0a1b2c3d4e5f60718")
        .with("subnet_ids", List.of("subnet-01a", "subnet-01b", "subnet-01c"))
        .with("security_group_ids", List.of("sg-0a1b2c3d4e5f60718"));
  }

  /** The same, in the snapshot's own region. */
  public static RunbookInput sameRegion() {
    return input().with("target_region", SOURCE);
  }

  public RunbookInput with(String key, Object value) {
    var changed = json.deepCopy();
    changed.set(key, Json.MAPPER.<JsonNode>valueToTree(value));
    return new RunbookInput(changed);
  }

  public RunbookInput without(String key) {
    var changed = json.deepCopy();
    changed.remove(key);
    return new RunbookInput(changed);
  }

  public String text(String key) {
    return json.get(key).asText();
  }
}
