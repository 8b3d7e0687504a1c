package aurora.restore.infra.artifact;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Hands each event to the handler that it names: one process does what all functions do, so that
 * one cache has what any of them needs. It isn't in the image itself, and not in the cache.
 */
public final class TrainingHandler implements RequestStreamHandler {
  private static final String HANDLER = "{\"handler\":\"";
  private static final String EVENT = "\",\"event\":";

  private final Map<String, RequestStreamHandler> handlers = new HashMap<>();

  /** Called by Lambda's client. */
  public TrainingHandler() {}

  static ObjectNode event(String handler, JsonNode event) {
    var wrapped = JsonNodeFactory.instance.objectNode().put("handler", handler);
    wrapped.set("event", event);
    return wrapped;
  }

  /** Taken apart as a text: the deployed Jackson has no more than the handlers need. */
  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    var wrapped = new String(input.readAllBytes(), StandardCharsets.UTF_8);
    var end = wrapped.indexOf(EVENT);
    var event = wrapped.substring(end + EVENT.length(), wrapped.length() - 1);
    handlers
        .computeIfAbsent(wrapped.substring(HANDLER.length(), end), TrainingHandler::made)
        .handleRequest(
            new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), output, context);
  }

  private static RequestStreamHandler made(String handler) {
    try {
      return (RequestStreamHandler) Class.forName(handler).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(handler + " can't be made", e);
    }
  }
}
