package aurora.restore.serve;

import aurora.restore.edge.Json;
import aurora.restore.world.World;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A world on a port of 127.0.0.1, and nowhere else. */
public final class Server implements AutoCloseable {
  private static final int CONNECTIONS = 1_000;

  private final LiveWorld world;
  private final HttpServer http;
  private final Map<String, String> variables;

  private Server(LiveWorld world, HttpServer http, Map<String, String> variables) {
    this.world = world;
    this.http = http;
    this.variables = variables;
  }

  /**
   * Begins to serve. From here on the world belongs to a thread of its own.
   *
   * @param port 0: one that is free
   * @param speed how many simulated seconds pass in one
   * @param broken hears what went wrong with the simulation itself
   * @throws PortTaken where somebody else listens there
   */
  public static Server start(World world, int port, double speed, Consumer<Throwable> broken) {
    configure();
    var http = listening(port);
    var variables = ShellVariables.of(world);
    var about = about(world, variables);
    var live = new LiveWorld(world, Tempo.from(world.now(), speed, System::nanoTime), broken);
    Hourly.reap(world);
    http.createContext("/", new Front(live, world.operatorWire(), () -> about));
    http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    Thread.ofPlatform().daemon().name("world").start(live);
    http.start();
    return new Server(live, http, variables);
  }

  /** The JDK's server knows these by properties alone, and before it is first used. */
  private static void configure() {
    // Without it an answer waits for the client's acknowledgment of its head, for 40 milliseconds.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    // Of more idle ones than so many it closes some, perhaps just as the next call comes.
    System.setProperty("sun.net.httpserver.maxIdleConnections", Integer.toString(CONNECTIONS));
  }

  /** The instant at which a world should begin that is served from now on. */
  public static Instant present() {
    return InstantSource.system().instant();
  }

  private static HttpServer listening(int port) {
    try {
      return HttpServer.create(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECTIONS);
    } catch (BindException e) {
      throw new PortTaken(port);
    } catch (IOException e) {
      throw new UncheckedIOException("port " + port + " can't be listened on", e);
    }
  }

  private static String about(World world, Map<String, String> variables) {
    var about = Json.MAPPER.createObjectNode();
    about.put("account", world.account());
    about.put("region", world.settings().region());
    about.put("stack", world.settings().deployment());
    variables.forEach(about.putObject("variables")::put);
    return about.toPrettyString() + "\n";
  }

  public int port() {
    return http.getAddress().getPort();
  }

  /** What the commands of the documents call by a variable. */
  public Map<String, String> variables() {
    return variables;
  }

  /** Has something done on the thread that owns the world. */
  public <T> CompletableFuture<T> inWorld(Supplier<T> deed) {
    return world.ask(deed);
  }

  @Override
  public void close() {
    world.close();
    http.stop(0);
  }
}
