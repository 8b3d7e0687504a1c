package aurora.restore.world;

import aurora.restore.edge.Json;
import aurora.restore.edge.ScheduledHandler;
import aurora.restore.telemetry.Loggable;
import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What Lambda tells a handler of its invocation, as far as the handlers ask: the function's name,
 * the invocation's id, and the logger. That hands lines on as they are, as Lambda's does for a
 * function whose log format is text.
 */
record SimulatedContext(String function, String requestId, FunctionLogs logs)
    implements Context, LambdaLogger {
  /** Calls a handler as a rule's schedule does. */
  <O extends Loggable> O fire(ScheduledHandler<O> handler, RuleEvent event, Class<O> answer) {
    var out = new ByteArrayOutputStream();
    try {
      var bytes = Json.MAPPER.writeValueAsBytes(event.json());
      handler.handleRequest(new ByteArrayInputStream(bytes), out, this);
      return Json.MAPPER.readValue(out.toByteArray(), answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String getFunctionName() {
    return function;
  }

  @Override
  public String getAwsRequestId() {
    return requestId;
  }

  @Override
  public String getLogGroupName() {
    throw unasked("getLogGroupName");
  }

  @Override
  public String getLogStreamName() {
    throw unasked("getLogStreamName");
  }

  @Override
  public String getFunctionVersion() {
    throw unasked("getFunctionVersion");
  }

  @Override
  public String getInvokedFunctionArn() {
    throw unasked("getInvokedFunctionArn");
  }

  @Override
  public CognitoIdentity getIdentity() {
    throw unasked("getIdentity");
  }

  @Override
  public ClientContext getClientContext() {
    throw unasked("getClientContext");
  }

  @Override
  public int getRemainingTimeInMillis() {
    throw unasked("getRemainingTimeInMillis");
  }

  @Override
  public int getMemoryLimitInMB() {
    throw unasked("getMemoryLimitInMB");
  }

  @Override
  public LambdaLogger getLogger() {
    return this;
  }

  @Override
  public void log(String message) {
    logs.add(function, message);
  }

  @Override
  public void log(byte[] message) {
    throw unasked("log of bytes");
  }

  private static UnsupportedOperationException unasked(String method) {
    return new UnsupportedOperationException("the simulated Lambda has no " + method);
  }
}
