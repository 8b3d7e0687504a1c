package aurora.restore.infra.logging;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Reads its event, logs what it is about, and answers it again. */
abstract class LoggingHandler implements RequestStreamHandler {
  static final JsonMapper MAPPER = new JsonMapper();

  @Override
  public final void handleRequest(InputStream in, OutputStream out, Context context)
      throws IOException {
    var event = MAPPER.readTree(in);
    log(event.path("operation_id").asText(), event.path("step").asText(), context);
    MAPPER.writeValue(out, event);
  }

  /** Logs a line with the operation and the step as members of their own. */
  abstract void log(String operationId, String step, Context context) throws IOException;
}
