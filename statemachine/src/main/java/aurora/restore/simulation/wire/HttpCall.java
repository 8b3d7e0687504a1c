package aurora.restore.simulation.wire;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.http.HttpExecuteRequest;

/**
 * A request as it arrives.
 *
 * @param path the encoded path, with the query string if there is one
 * @param headers by name; looked up without regard to case
 */
public record HttpCall(
    String method, String host, String path, Map<String, List<String>> headers, byte[] body) {
  public HttpCall {
    var byName = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    byName.putAll(headers);
    headers = byName;
  }

  /** What a client of the SDK sends. */
  public static HttpCall of(HttpExecuteRequest request) throws IOException {
    var http = request.httpRequest();
    return new HttpCall(
        http.method().name(),
        http.host(),
        http.encodedPath() + http.encodedQueryParameters().map(query -> "?" + query).orElse(""),
        http.headers(),
        body(request));
  }

  private static byte[] body(HttpExecuteRequest request) throws IOException {
    var provider = request.contentStreamProvider();
    if (provider.isEmpty()) {
      return new byte[0];
    }
    try (var stream = provider.get().newStream()) {
      return stream.readAllBytes();
    }
  }

  /** The header's first value; null where it is missing. */
  public String header(String name) {
    var values = headers.get(name);
    return values == null || values.isEmpty() ? null : values.getFirst();
  }
}
