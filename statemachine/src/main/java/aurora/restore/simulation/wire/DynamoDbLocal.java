package aurora.restore.simulation.wire;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/**
 * Amazon's DynamoDB Local, in memory, as an HTTP server on a free loopback port. Started once per
 * JVM, by the first world. Every world has a database of its own, per region, which goes away when
 * the world is closed. Prints nothing, and doesn't keep the JVM alive.
 */
public final class DynamoDbLocal {
  private static final AtomicLong WORLDS = new AtomicLong();

  /** Initialized, and so started, when it is first asked for. */
  private static final class Running {
    static final DynamoDbLocal SERVER = new DynamoDbLocal();
  }

  private final ThreadGroup threads = new ThreadGroup("DynamoDB Local");
  private final Map<Address, Database> databases = new ConcurrentHashMap<>();
  private final Map<String, DynamoDbWorld> worlds = new ConcurrentHashMap<>();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI uri;

  private record Address(String world, String region) {}

  private DynamoDbLocal() {
    LibraryLogging.silence();
    var workers = new QueuedThreadPool(8, 2);
    workers.setName("DynamoDB Local");
    workers.setDaemon(true);
    var scheduler = new ScheduledExecutorScheduler("DynamoDB Local scheduler", true);
    var server = new Server(workers, scheduler, null);
    var connector = new ServerConnector(server, 1, 1);
    connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
    connector.setPort(0);
    server.addConnector(connector);
    server.setHandler(new Router());
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local doesn't start", e);
    }
    uri = URI.create("http://" + connector.getHost() + ":" + connector.getLocalPort());
    LastOneOut.watch(threads, () -> List.copyOf(worlds.values()).forEach(DynamoDbWorld::close));
  }

  /** Opens an empty world. Close it, or its tables stay until the JVM ends. */
  public static DynamoDbWorld open() {
    var server = Running.SERVER;
    var world = new DynamoDbWorld(server, "world" + WORLDS.incrementAndGet());
    server.worlds.put(world.accessKeyId(), world);
    return world;
  }

  URI uri() {
    return uri;
  }

  HttpClient http() {
    return http;
  }

  void forget(String world) {
    worlds.remove(world);
    for (var address : databases.keySet()) {
      if (address.world().equals(world)) {
        databases.remove(address).close();
      }
    }
  }

  /** Sends every request to the database of the world and region that it was signed for. */
  private final class Router extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      var credential =
          Credential.parse(request.getHeaders().get("Authorization"), "DynamoDB Local");
      if (!worlds.containsKey(credential.accessKeyId())) {
        throw new IllegalStateException("no open world " + credential.accessKeyId());
      }
      return databases
          .computeIfAbsent(
              new Address(credential.accessKeyId(), credential.region()),
              address -> Database.open(threads, address.world(), address.region()))
          .handle(request, response, callback);
    }
  }
}
