package aurora.restore.infra.artifact;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The Runtime API of one container (AWS Lambda Developer Guide, "Using the Lambda runtime API for
 * custom runtimes"): hands out events one after the other, and takes what became of them.
 */
final class RuntimeApi implements HttpHandler {
  /** What the paths of its requests begin with. */
  static final String PATH = "/2018-06-01/runtime/";

  private static final Pattern OUTCOME =
      Pattern.compile(PATH + "invocation/([^/]+)/(response|error)");

  /**
   * An event to be handled.
   *
   * @param headers what the container is told beside it
   */
  record Invocation(Map<String, String> headers, byte[] event) {}

  private final BlockingQueue<Invocation> invocations = new LinkedBlockingQueue<>();
  private final AtomicBoolean asked = new AtomicBoolean();
  private final Consumer<Signal> signals;

  RuntimeApi(Consumer<Signal> signals) {
    this.signals = signals;
  }

  void offer(Invocation invocation) {
    invocations.add(invocation);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
      var body = exchange.getRequestBody().readAllBytes();
      var outcome = OUTCOME.matcher(exchange.getRequestURI().getPath());
      if (request.equals("GET " + PATH + "invocation/next")) {
        next(exchange);
      } else if (outcome.matches()) {
        accept(exchange);
        signals.accept(
            outcome.group(2).equals("response")
                ? new Signal.Answered(outcome.group(1), body)
                : new Signal.Failed(outcome.group(1), body));
      } else if (request.equals("POST " + PATH + "init/error")) {
        accept(exchange);
        signals.accept(new Signal.InitFailed(body));
      } else {
        exchange.sendResponseHeaders(404, -1);
        signals.accept(new Signal.Unknown(request));
      }
    }
  }

  /** Answers when there is something to do, however long that may take. */
  private void next(HttpExchange exchange) throws IOException {
    if (asked.compareAndSet(false, true)) {
      signals.accept(new Signal.Ready());
    }
    try {
      var invocation = invocations.take();
      invocation.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, invocation.event().length);
      exchange.getResponseBody().write(invocation.event());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the container is closed: nobody listens any more
    }
  }

  private static void accept(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(202, -1);
  }
}
