package aurora.restore.world;

import aurora.restore.edge.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * What a function wrote into its log.
 *
 * @param at when, in virtual time
 * @param function who wrote it
 */
public record LogEvent(Instant at, String function, String text) {
  /**
   * The line as the JSON that it is.
   *
   * @throws IllegalStateException where it is none: CloudWatch would find no member of it
   */
  public JsonNode json() {
    try {
      return Json.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(function + " wrote what isn't JSON: " + text, e);
    }
  }
}
