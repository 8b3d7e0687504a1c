package aurora.restore.infra.artifact;

import aurora.restore.edge.Json;
import aurora.restore.engine.TaskRunner.Outcome;
import aurora.restore.simulation.wire.HttpCall;
import aurora.restore.simulation.wire.HttpReply;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A function's container: a process with the real Runtime Interface Client and the deployed
 * classes, and nothing of this JVM but a port to ask for events and to call AWS at. Whoever waits
 * for an outcome answers the calls meanwhile, on one's own thread, for the simulated world is no
 * place for two.
 */
final class FunctionProcess implements AutoCloseable {
  private static final int LONGEST_INIT_SECONDS = 60;

  /** What every error of the handlers is named with; any other means that something is missing. */
  private static final String OWN_ERRORS = "aurora.restore.error.";

  static {
    // Else the second half of an answer waits until the first has been acknowledged.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final DeployedFunction function;
  private final Function<HttpCall, HttpReply> wire;
  private final InstantSource clock;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
  private final RuntimeApi runtimeApi = new RuntimeApi(signals::add);
  private final Path output;
  private final Process process;
  private boolean ready;
  private int invocations;

  private FunctionProcess(
      DeployedFunction function,
      List<String> command,
      Path directory,
      Path output,
      Function<HttpCall, HttpReply> wire,
      InstantSource clock)
      throws IOException {
    this.function = function;
    this.wire = wire;
    this.clock = clock;
    this.output = output;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", new AwsFront(signals::add));
    server.createContext(RuntimeApi.PATH, runtimeApi);
    server.setExecutor(threads);
    server.start();
    var builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment());
    try {
      this.process = builder.start();
    } catch (IOException e) {
      stopServing();
      throw e;
    }
    process.onExit().thenAccept(ended -> signals.add(new Signal.Exited(ended.exitValue())));
  }

  /**
   * Starts the process and doesn't wait for it.
   *
   * @param command that runs the Runtime Interface Client
   * @param directory to run it in: the function's task
   * @param output the file that takes what it prints
   * @param wire that answers the function's calls of AWS
   * @param clock by which Lambda tells a container until when an event is to be handled
   */
  static FunctionProcess start(
      DeployedFunction function,
      List<String> command,
      Path directory,
      Path output,
      Function<HttpCall, HttpReply> wire,
      InstantSource clock) {
    try {
      return new FunctionProcess(function, command, directory, output, wire, clock);
    } catch (IOException e) {
      throw new UncheckedIOException(function + " can't be started", e);
    }
  }

  /** What the template sets, and what Lambda sets itself (its guide, "Defined runtime"). */
  private Map<String, String> environment() {
    var here =
        server.getAddress().getAddress().getHostAddress() + ":" + server.getAddress().getPort();
    var environment = new TreeMap<>(function.environment());
    environment.put("_HANDLER", function.handler());
    environment.put("AWS_ACCESS_KEY_ID", "AKIASIMULATED");
    environment.put("AWS_DEFAULT_REGION", function.region());
    environment.put("AWS_ENDPOINT_URL", "http://" + here);
    environment.put("AWS_EXECUTION_ENV", "AWS_Lambda_java25");
    environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "" + function.memoryMegabytes());
    environment.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
    environment.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name());
    environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "simulated");
    environment.put("AWS_LAMBDA_RUNTIME_API", here);
    environment.put("AWS_REGION", function.region());
    environment.put("AWS_SECRET_ACCESS_KEY", "secret");
    environment.put("AWS_SESSION_TOKEN", "session");
    environment.put("LANG", "en_US.UTF-8");
    environment.put("TZ", ":UTC");
    return environment;
  }

  /**
   * Waits until the handler is made and an event can be handled.
   *
   * @throws FunctionBroken where that fails or takes longer than a minute
   */
  void awaitReady() {
    var deadline = clock.instant().plusSeconds(LONGEST_INIT_SECONDS);
    while (!ready) {
      switch (next(deadline, LONGEST_INIT_SECONDS)) {
        case Signal.Ready() -> ready = true;
        case Signal.Called called -> answer(called);
        case Signal.InitFailed(var error) -> throw broken("couldn't be started: " + text(error));
        case Signal.Exited(var status) -> throw broken("ended with status " + status);
        case Signal.Unknown(var request) -> throw broken("asked for " + request);
        case Signal.Answered answered -> throw broken("answered unasked: " + answered);
        case Signal.Failed(var id, var error) -> throw broken("failed unasked: " + text(error));
      }
    }
  }

  /**
   * Has one event handled.
   *
   * @throws FunctionBroken where no handler answers within its timeout, however often it calls AWS
   *     meanwhile, or it fails with an error that isn't one of the pipeline's own
   */
  Outcome invoke(JsonNode event) {
    awaitReady();
    var id = function.name() + "-" + ++invocations;
    var deadline = clock.instant().plusSeconds(function.timeoutSeconds());
    runtimeApi.offer(new RuntimeApi.Invocation(headers(id, deadline), bytes(event)));
    while (true) {
      switch (next(deadline, function.timeoutSeconds())) {
        case Signal.Called called -> answer(called);
        case Signal.Answered(var of, var payload) when of.equals(id) -> {
          return new Outcome.Answered(json(payload));
        }
        case Signal.Failed(var of, var error) when of.equals(id) -> {
          return failed(error);
        }
        case Signal.Answered(var of, var payload) -> throw broken("answered " + of + " for " + id);
        case Signal.Failed(var of, var error) -> throw broken("failed " + of + " for " + id);
        case Signal.Ready() -> throw broken("started twice");
        case Signal.InitFailed(var error) -> throw broken("couldn't be started: " + text(error));
        case Signal.Exited(var status) -> throw broken("ended with status " + status);
        case Signal.Unknown(var request) -> throw broken("asked for " + request);
      }
    }
  }

  /** The error is named by its class, which is what a state machine's Retry and Catch see. */
  private Outcome failed(byte[] error) {
    var type = json(error).path("errorType").asText();
    if (!type.startsWith(OWN_ERRORS)) {
      throw broken("failed: " + text(error));
    }
    return new Outcome.Failed(type, text(error));
  }

  private void answer(Signal.Called called) {
    called.reply().complete(wire.apply(called.call()));
  }

  /**
   * What it says next; after the deadline nothing is heard, be it waiting already.
   *
   * @param seconds that the deadline was set to
   */
  private Signal next(Instant deadline, int seconds) {
    try {
      var left = Duration.between(clock.instant(), deadline);
      var signal = left.isPositive() ? signals.poll(left.toNanos(), TimeUnit.NANOSECONDS) : null;
      if (signal == null) {
        throw broken("took longer than its timeout of " + seconds + " s");
      }
      return signal;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + function + " was waited for", e);
    }
  }

  private Map<String, String> headers(String id, Instant deadline) {
    return Map.of(
        "Lambda-Runtime-Aws-Request-Id",
        id,
        "Lambda-Runtime-Deadline-Ms",
        "" + deadline.toEpochMilli(),
        "Lambda-Runtime-Invoked-Function-Arn",
        function.arn());
  }

  private FunctionBroken broken(String what) {
    return new FunctionBroken(function, what, printed());
  }

  /** What the process has printed until now. */
  String printed() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode json(byte[] payload) {
    try {
      return Json.MAPPER.readTree(payload);
    } catch (IOException e) {
      throw broken("answered what is no JSON: " + text(payload));
    }
  }

  private static byte[] bytes(JsonNode event) {
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** Asks the process to end, as Lambda does, and waits until it has ended. */
  void stop() {
    handle().destroy();
    process.onExit().join();
  }

  /** Ends the process, whatever it does, and waits until it has ended. */
  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
    stopServing();
  }

  private void stopServing() {
    server.stop(0);
    threads.shutdownNow();
  }
}
