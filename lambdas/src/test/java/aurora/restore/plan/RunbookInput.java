package aurora.restore.plan;

import aurora.restore.edge.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The runbook's input, and others as tests write them: in single quotes. */
final class RunbookInput {
  private RunbookInput() {}

  /** The six keys that a restore can't do without. */
  static ObjectNode runbook() throws JsonProcessingException {
    return (ObjectNode)
        json(
            "{'snapshot_id': 'orders-2026-11-22', 'source_region': 'us-east-1', 'target_region':"
                + " 'us-west-2', 'vpc_id': 'vpc-0a1b2c3d', 'subnet_ids': ['subnet-0a1b2c3d',"
                + " 'subnet-1a1b2c3d'], 'security_group_ids': ['sg-0a1b2c3d']}");
  }

  static JsonNode json(String text) throws JsonProcessingException {
    return Json.MAPPER.readTree(text.replace('\'', '"'));
  }
}
