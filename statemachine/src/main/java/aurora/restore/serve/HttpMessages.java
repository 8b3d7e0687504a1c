package aurora.restore.serve;

import aurora.restore.simulation.wire.HttpCall;
import aurora.restore.simulation.wire.HttpReply;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/** Calls and replies of the wire, read from and written to the JDK's HTTP server. */
public final class HttpMessages {
  /** The server sets these by itself. */
  private static final Set<String> OWN_HEADERS = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  static {
    OWN_HEADERS.addAll(Set.of("Connection", "Content-Length", "Date", "Transfer-Encoding"));
  }

  private HttpMessages() {}

  public static HttpCall read(HttpExchange exchange) throws IOException {
    return new HttpCall(
        exchange.getRequestMethod(),
        exchange.getRequestHeaders().getFirst("Host"),
        exchange.getRequestURI().toString(),
        exchange.getRequestHeaders(),
        exchange.getRequestBody().readAllBytes());
  }

  public static void write(HttpExchange exchange, HttpReply reply) throws IOException {
    reply
        .headers()
        .forEach(
            (name, value) -> {
              if (!OWN_HEADERS.contains(name)) {
                exchange.getResponseHeaders().set(name, value);
              }
            });
    var length = reply.body().length;
    exchange.sendResponseHeaders(reply.status(), length == 0 ? -1 : length);
    if (length > 0) {
      exchange.getResponseBody().write(reply.body());
    }
  }
}
