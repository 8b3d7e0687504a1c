package aurora.restore.edge;

import aurora.restore.json.JsonText;
import aurora.restore.json.Records;
import aurora.restore.telemetry.HasTrace;
import aurora.restore.telemetry.Loggable;
import aurora.restore.telemetry.Measurement;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A function: bytes in, bytes out, one line in the log. What goes wrong is thrown, never returned,
 * so that the state machine sees it.
 *
 * @param <I> the input, a record
 * @param <O> the answer, a record
 */
public abstract class JsonHandler<I extends HasTrace, O extends Loggable>
    implements RequestStreamHandler {
  private final Edge edge;
  private final Class<I> input;

  protected JsonHandler(Edge edge, Class<I> input) {
    this.edge = edge;
    this.input = input;
    Records.learn(input);
  }

  @Override
  public final void handleRequest(InputStream in, OutputStream out, Context context)
      throws IOException {
    var journal = LambdaLog.journal(edge, context);
    try {
      var asked = Records.read(JsonText.read(in), input);
      journal.about(asked.trace());
      var answer = handle(asked);
      JsonText.write(out, Records.tree(answer));
      measured(asked, answer).forEach(journal::measured);
      journal.done(answer);
    } catch (SdkException e) {
      var named = Boundary.named(e, context.getFunctionName());
      journal.failed(named);
      throw named;
    } catch (IOException | RuntimeException | Error e) {
      journal.failed(e);
      throw e;
    }
  }

  /** Does the function's one thing. Safe to call again with the same input. */
  protected abstract O handle(I input);

  /** What the invocation has measured. Called after it has done its work, and calls nobody. */
  protected List<Measurement> measured(I input, O answer) {
    return List.of();
  }
}
