package aurora.restore.simulation.wire;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpResponse;

/** An answer as it leaves: status, headers by lower-case or AWS's own name, body. */
public record HttpReply(int status, Map<String, String> headers, byte[] body) {
  /** The header that carries the request's id, see "Common response headers" of the AWS guides. */
  static final String REQUEST_ID = "x-amzn-RequestId";

  /** The same reply under another request id. */
  HttpReply identified(String requestId) {
    var changed = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    changed.putAll(headers);
    changed.put(REQUEST_ID, requestId);
    return new HttpReply(status, changed, body);
  }

  /** What a client of the SDK receives. */
  public HttpExecuteResponse response() {
    var http = SdkHttpResponse.builder().statusCode(status);
    headers.forEach(http::putHeader);
    return HttpExecuteResponse.builder()
        .response(http.build())
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
        .build();
  }
}
