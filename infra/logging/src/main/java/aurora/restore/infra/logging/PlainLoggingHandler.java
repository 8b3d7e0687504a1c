package aurora.restore.infra.logging;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;

/** Writes the line by the mapper that is there anyway, to the logger that Lambda hands over. */
public final class PlainLoggingHandler extends LoggingHandler {
  @Override
  void log(String operationId, String step, Context context) throws IOException {
    var line = MAPPER.createObjectNode();
    line.put("level", "INFO");
    line.put("message", "looked");
    line.put("function", context.getFunctionName());
    line.put("request_id", context.getAwsRequestId());
    line.put("operation_id", operationId);
    line.put("step", step);
    context.getLogger().log(MAPPER.writeValueAsString(line) + "\n");
  }
}
