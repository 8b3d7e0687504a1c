package aurora.restore.infra.artifact;

import aurora.restore.simulation.wire.HttpCall;
import aurora.restore.simulation.wire.HttpReply;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * Where one function's calls of AWS arrive, whatever the service and the region. Answers none
 * itself: the world belongs to another thread.
 */
final class AwsFront implements HttpHandler {
  /** The server sets these by itself. */
  private static final Set<String> OWN_HEADERS = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  static {
    OWN_HEADERS.addAll(Set.of("Connection", "Content-Length", "Date", "Transfer-Encoding"));
  }

  private final Consumer<Signal> signals;

  AwsFront(Consumer<Signal> signals) {
    this.signals = signals;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var reply = new CompletableFuture<HttpReply>();
      signals.accept(new Signal.Called(call(exchange), reply));
      answer(exchange, reply.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the container is closed: nobody waits for the answer
    } catch (ExecutionException e) {
      throw new IllegalStateException("replies are given or not, but never broken", e);
    }
  }

  private static HttpCall call(HttpExchange exchange) throws IOException {
    return new HttpCall(
        exchange.getRequestMethod(),
        exchange.getRequestHeaders().getFirst("Host"),
        exchange.getRequestURI().toString(),
        exchange.getRequestHeaders(),
        exchange.getRequestBody().readAllBytes());
  }

  private static void answer(HttpExchange exchange, HttpReply reply) throws IOException {
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
