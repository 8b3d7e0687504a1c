package aurora.restore.world;

import aurora.restore.edge.Json;
import com.fasterxml.jackson.core.JsonProcessingException;

/** The cause of a failed execution: of a function, JSON with its message. */
final class Cause {
  private Cause() {}

  static String message(String cause) {
    try {
      return Json.MAPPER.readTree(cause).path("errorMessage").asText(cause);
    } catch (JsonProcessingException e) {
      return cause; // a sentence of Step Functions itself
    }
  }
}
