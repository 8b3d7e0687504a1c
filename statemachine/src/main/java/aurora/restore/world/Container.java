package aurora.restore.world;

import aurora.restore.edge.Json;
import aurora.restore.edge.JsonHandler;
import aurora.restore.engine.TaskRunner.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The container of a function. Bytes in, bytes out, and what the handler throws becomes an error by
 * its class's name, as Lambda has it.
 *
 * @param function the function's name
 * @param logs where it writes its lines
 */
public record Container(String function, JsonHandler<?, ?> handler, FunctionLogs logs) {

  public Outcome invoke(JsonNode payload) {
    var answer = new ByteArrayOutputStream();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(Json.MAPPER.writeValueAsBytes(payload)),
          answer,
          logs.invocation(function));
      return new Outcome.Answered(Json.MAPPER.readTree(answer.toByteArray()));
    } catch (IOException | RuntimeException e) {
      return failed(e); // as Lambda answers: the machine decides what follows
    }
  }

  /**
   * As Lambda's runtime client writes it. The stack trace is left empty: its line numbers would
   * make a history differ from build to build.
   */
  private static Outcome failed(Exception e) {
    var cause = Json.MAPPER.createObjectNode();
    cause.put("errorMessage", e.getMessage());
    cause.put("errorType", e.getClass().getName());
    cause.putArray("stackTrace");
    try {
      return new Outcome.Failed(e.getClass().getName(), Json.MAPPER.writeValueAsString(cause));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // a tree of texts can always be written
    }
  }
}
