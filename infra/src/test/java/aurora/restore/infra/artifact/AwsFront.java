package aurora.restore.infra.artifact;

import aurora.restore.serve.HttpMessages;
import aurora.restore.simulation.wire.HttpReply;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * Where one function's calls of AWS arrive, whatever the service and the region. Answers none
 * itself: the world belongs to another thread.
 */
final class AwsFront implements HttpHandler {
  private final Consumer<Signal> signals;

  AwsFront(Consumer<Signal> signals) {
    this.signals = signals;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var reply = new CompletableFuture<HttpReply>();
      signals.accept(new Signal.Called(HttpMessages.read(exchange), reply));
      HttpMessages.write(exchange, reply.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the container is closed: nobody waits for the answer
    } catch (ExecutionException e) {
      throw new IllegalStateException("replies are given or not, but never broken", e);
    }
  }
}
