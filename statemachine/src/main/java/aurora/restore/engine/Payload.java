package aurora.restore.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;

/** Holds every piece of data to the 256 KiB of the Step Functions service quotas. */
final class Payload {
  static final int MOST_BYTES = 262_144;

  private static final JsonMapper JSON = new JsonMapper();

  private Payload() {}

  static JsonNode checked(JsonNode data, String what) {
    int bytes = bytes(data);
    if (bytes > MOST_BYTES) {
      throw StateFailure.of(
          StateFailure.DATA_LIMIT,
          what + " has " + bytes + " bytes; the service's maximum is " + MOST_BYTES);
    }
    return data;
  }

  /**
   * A copy as it would arrive over the wire: however its numbers were made, equal ones are equal.
   */
  static JsonNode copied(JsonNode data) {
    try {
      return JSON.readTree(data.toString());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("is no JSON: " + data, e);
    }
  }

  static int bytes(JsonNode data) {
    return data.toString().getBytes(StandardCharsets.UTF_8).length;
  }
}
