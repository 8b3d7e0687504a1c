package aurora.restore.simulation.wire;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import com.amazonaws.services.dynamodbv2.model.ListTablesRequest;
import java.util.Arrays;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The database of one world and region. DynamoDB Local gives each database a handful of threads,
 * and some of them sleep on for minutes after it was shut down. So each database is opened by a
 * thread of a group of its own: its threads are born into that group and can be ended with it.
 */
final class Database {
  private final ThreadGroup threads;
  private final LocalDynamoDBServerHandler handler;

  private Database(ThreadGroup threads, LocalDynamoDBServerHandler handler) {
    this.threads = threads;
    this.handler = handler;
  }

  static Database open(ThreadGroup parent, String accessKeyId, String region) {
    var group = new ThreadGroup(parent, accessKeyId + " in " + region);
    var requests = new LocalDynamoDBRequestHandler(0, true, null, false, false);
    // The first request creates the database.
    var opener =
        new Thread(
            group,
            () -> requests.listTables(accessKeyId, region, new ListTablesRequest()),
            "opener of " + group.getName());
    opener.setDaemon(true);
    opener.start();
    try {
      opener.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a database was opened", e);
    }
    return new Database(group, new LocalDynamoDBServerHandler(requests, null));
  }

  boolean handle(Request request, Response response, Callback callback) throws Exception {
    return handler.handle(request, response, callback);
  }

  void close() {
    handler.close();
    var left = new Thread[threads.activeCount() + 10];
    for (var thread : Arrays.copyOf(left, threads.enumerate(left))) {
      // SQLite's own thread ends by itself, and would complain about being interrupted.
      if (!thread.getName().startsWith("SQLiteQueue")) {
        thread.interrupt();
      }
    }
  }
}
