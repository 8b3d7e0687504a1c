package aurora.restore.world;

import aurora.restore.edge.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * What EventBridge hands a function when the schedule of a rule fires (EventBridge User Guide,
 * "Scheduled events").
 *
 * @param rule the rule's name
 */
public record RuleEvent(String account, String region, String rule, Instant firedAt) {
  public JsonNode json() {
    var event = Json.MAPPER.createObjectNode();
    event.put("version", "0");
    event.put("id", "53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa");
    event.put("detail-type", "Scheduled Event");
    event.put("source", "aws.events");
    event.put("account", account);
    event.put("time", firedAt.toString());
    event.put("region", region);
    event
        .putArray("resources")
        .add("arn:aws:events:%s:%s:rule/%s".formatted(region, account, rule));
    event.putObject("detail");
    return event;
  }
}
