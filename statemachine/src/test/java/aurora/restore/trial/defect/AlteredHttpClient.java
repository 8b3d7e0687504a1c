package aurora.restore.trial.defect;

import aurora.restore.simulation.wire.HttpCall;
import aurora.restore.simulation.wire.HttpReply;
import aurora.restore.simulation.wire.Wire;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/** The HTTP layer of a function that has a defect. */
record AlteredHttpClient(Wire wire, Altered defect) implements SdkHttpClient {
  /** What the function at work was handed. */
  static final ScopedValue<JsonNode> HANDED = ScopedValue.newInstance();

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return response(answer(new Text(read(request))));
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

  private static HttpCall read(HttpExecuteRequest request) throws IOException {
    var http = request.httpRequest();
    var body = new byte[0];
    if (request.contentStreamProvider().isPresent()) {
      try (var stream = request.contentStreamProvider().get().newStream()) {
        body = stream.readAllBytes();
      }
    }
    return new HttpCall(http.method().name(), http.host(), "/", http.headers(), body);
  }

  private static HttpExecuteResponse response(HttpReply reply) {
    var http = SdkHttpResponse.builder().statusCode(reply.status());
    reply.headers().forEach(http::putHeader);
    return HttpExecuteResponse.builder()
        .response(http.build())
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(reply.body())))
        .build();
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
