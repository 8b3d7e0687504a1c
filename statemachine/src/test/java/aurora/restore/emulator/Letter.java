package aurora.restore.emulator;

import aurora.restore.edge.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Map;
import java.util.TreeMap;

/**
 * A message as a subscriber has it.
 *
 * @param id what its publisher was given
 * @param attributes names to string values
 */
record Letter(String id, String subject, String body, Map<String, String> attributes) {

  /**
   * Reads what SNS puts into a queue (SNS Developer Guide, "Amazon SNS message and JSON formats").
   */
  static Letter ofEnvelope(String json) {
    try {
      var envelope = Json.MAPPER.readTree(json);
      var attributes = new TreeMap<String, String>();
      for (var attribute : envelope.path("MessageAttributes").properties()) {
        attributes.put(attribute.getKey(), attribute.getValue().path("Value").asText());
      }
      return new Letter(
          envelope.path("MessageId").asText(),
          envelope.path("Subject").asText(),
          envelope.path("Message").asText(),
          attributes);
    } catch (JsonProcessingException e) {
      throw new AssertionError("SNS delivers JSON, and this came: " + json, e);
    }
  }
}
