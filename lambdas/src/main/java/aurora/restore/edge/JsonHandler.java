package aurora.restore.edge;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A function: bytes in, bytes out. What goes wrong is thrown, never returned, so that the state
 * machine sees it.
 *
 * @param <I> the input, a record
 * @param <O> the answer, a record
 */
public abstract class JsonHandler<I, O> implements RequestStreamHandler {
  private final Class<I> input;

  protected JsonHandler(Class<I> input) {
    this.input = input;
  }

  @Override
  public final void handleRequest(InputStream in, OutputStream out, Context context)
      throws IOException {
    try {
      Json.MAPPER.writeValue(out, handle(Json.MAPPER.readValue(in, input)));
    } catch (SdkException e) {
      throw Boundary.named(e, context.getFunctionName());
    }
  }

  /** Does the function's one thing. Safe to call again with the same input. */
  protected abstract O handle(I input);
}
