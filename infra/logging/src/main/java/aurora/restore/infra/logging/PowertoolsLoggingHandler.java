package aurora.restore.infra.logging;

import com.amazonaws.services.lambda.runtime.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/**
 * Logs by Powertools for AWS Lambda over Log4j, without aspects (its guide, "Logging", on the
 * functional approach).
 */
public final class PowertoolsLoggingHandler extends LoggingHandler {
  private static final Logger LOGGER = LoggerFactory.getLogger(PowertoolsLoggingHandler.class);

  @Override
  void log(String operationId, String step, Context context) {
    PowertoolsLogging.initializeLogging(context);
    MDC.put("operation_id", operationId);
    MDC.put("step", step);
    LOGGER.info("looked");
    PowertoolsLogging.clearState(true);
  }
}
