package aurora.restore.trial.defect;

import aurora.restore.simulation.wire.HttpCall;
import aurora.restore.simulation.wire.HttpReply;
import aurora.restore.simulation.wire.Wire;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/** The HTTP layer of a function that has a defect. */
record AlteredHttpClient(Wire wire, Altered defect) implements SdkHttpClient {
  /** What the function at work was handed. */
  static final ScopedValue<JsonNode> HANDED = ScopedValue.newInstance();

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return answer(new Text(HttpCall.of(request))).response();
      }

      @Override
      public void abort() {
        // A call is answered before it could be aborted.
      }
    };
  }

  private HttpReply answer(Text call) {
    var payload = HANDED.get();
    return defect
        .skipped(call, payload)
        .orElseGet(() -> defect.seen(call, wire.answer(defect.asked(call, payload)), payload));
  }

  @Override
  public String clientName() {
    return "Altered";
  }

  @Override
  public void close() {
    // Holds nothing that would have to be given back.
  }
}
