package aurora.restore.operator;

import aurora.restore.edge.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** Reads off the growing history of an execution which step is under way and what it saw. */
public final class Steps {
  /** The state that each event belongs to, found through the events before it. */
  private final Map<Long, String> states = new HashMap<>();

  public Optional<CurrentStep> after(HistoryEvent event) {
    var entered = event.stateEnteredEventDetails();
    var state = entered != null ? entered.name() : states.get(event.previousEventId());
    states.put(event.id(), state);
    return switch (event.type()) {
      case TASK_STATE_ENTERED -> Optional.of(new CurrentStep(state, null, null));
      case TASK_SUCCEEDED -> seen(state, event.taskSucceededEventDetails().output());
      case TASK_FAILED ->
          Optional.of(new CurrentStep(state, error(event.taskFailedEventDetails().error()), null));
      case TASK_TIMED_OUT -> Optional.of(new CurrentStep(state, "timed out", null));
      default -> Optional.empty(); // the SDK's list of types is open; the others show no progress
    };
  }

  private static Optional<CurrentStep> seen(String state, String output) {
    var payload = parsed(output).path("Payload");
    if (!payload.has("observed")) {
      return Optional.empty();
    }
    var percent = payload.path("percent");
    return Optional.of(
        new CurrentStep(
            state,
            payload.get("observed").asText(),
            percent.isNumber() ? percent.intValue() : null));
  }

  private static String error(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }

  private static JsonNode parsed(String output) {
    try {
      return Json.MAPPER.readTree(output);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a history holds JSON alone", e);
    }
  }
}
