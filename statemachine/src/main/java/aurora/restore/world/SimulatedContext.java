package aurora.restore.world;

import aurora.restore.edge.ScheduledHandler;
import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.time.Instant;
import org.joda.time.DateTime;

/**
 * What Lambda tells a handler of its invocation, as far as the handlers ask: the function's name.
 */
record SimulatedContext(String function) implements Context {
  /** Calls a handler as a rule's schedule does. */
  <O> O fire(ScheduledHandler<O> handler, Instant firedAt) {
    var event = new ScheduledEvent();
    event.setTime(new DateTime(firedAt.toEpochMilli()));
    return handler.handleRequest(event, this);
  }

  @Override
  public String getFunctionName() {
    return function;
  }

  @Override
  public String getAwsRequestId() {
    throw unasked("getAwsRequestId");
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
    throw unasked("getLogger");
  }

  private static UnsupportedOperationException unasked(String method) {
    return new UnsupportedOperationException("the simulated Lambda has no " + method);
  }
}
