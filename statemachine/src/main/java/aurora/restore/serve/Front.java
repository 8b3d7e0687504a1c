package aurora.restore.serve;

import aurora.restore.simulation.wire.HttpReply;
import aurora.restore.simulation.wire.OpenWire;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Where all calls arrive: those of AWS are answered in the world, a look at it says what it is. */
final class Front implements HttpHandler {
  /** By another name a page in a browser could have been led here. */
  private static final Pattern OWN_HOST = Pattern.compile("(127\\.0\\.0\\.1|localhost)(:[0-9]+)?");

  private final LiveWorld world;
  private final OpenWire wire;
  private final Supplier<String> about;

  /**
   * @param about what is served, as JSON
   */
  Front(LiveWorld world, OpenWire wire, Supplier<String> about) {
    this.world = world;
    this.wire = wire;
    this.about = about;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      HttpMessages.write(exchange, reply(exchange));
    }
  }

  private HttpReply reply(HttpExchange exchange) throws IOException {
    var host = exchange.getRequestHeaders().getFirst("Host");
    if (host == null || !OWN_HOST.matcher(host).matches()) {
      return said(403, "text/plain", "This is a rehearsal on this machine, not " + host + "\n");
    }
    if (!exchange.getRequestHeaders().containsKey("Authorization")
        && exchange.getRequestMethod().equals("GET")) {
      return said(200, "application/json", about.get());
    }
    var call = HttpMessages.read(exchange);
    try {
      return world.ask(() -> wire.answer(call)).get();
    } catch (CancellationException e) {
      return said(503, "text/plain", "The rehearsal is over\n");
    } catch (ExecutionException e) {
      return said(500, "text/plain", "The rehearsal broke: " + e.getCause() + "\n");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the server is closed: nobody waits for the answer
      return said(503, "text/plain", "The rehearsal is over\n");
    }
  }

  private static HttpReply said(int status, String type, String text) {
    return new HttpReply(
        status, Map.of("Content-Type", type), text.getBytes(StandardCharsets.UTF_8));
  }
}
