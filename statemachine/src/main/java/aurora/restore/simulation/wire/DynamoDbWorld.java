package aurora.restore.simulation.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The tables of one simulated world, in every region. Closing it deletes them. */
public final class DynamoDbWorld implements DynamoDbEndpoint, AutoCloseable {
  /** The HTTP client sets these by itself and refuses them from others. */
  private static final Set<String> OWN_HEADERS = headerNames();

  private final DynamoDbLocal server;
  private final String accessKeyId;
  private volatile boolean closed;

  DynamoDbWorld(DynamoDbLocal server, String accessKeyId) {
    this.server = server;
    this.accessKeyId = accessKeyId;
  }

  private static Set<String> headerNames() {
    var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    names.addAll(Set.of("Host", "Content-Length", "Connection", "Expect", "Upgrade"));
    return names;
  }

  /** Letters and digits only: DynamoDB Local takes it for the name of a database. */
  public String accessKeyId() {
    return accessKeyId;
  }

  /** Passes the call on as it is, but for its access key, which becomes this world's. */
  @Override
  public HttpReply answer(HttpCall call) {
    if (closed) {
      throw new IllegalStateException(accessKeyId + " is closed");
    }
    var request =
        HttpRequest.newBuilder(server.uri().resolve(call.path()))
            .method(call.method(), BodyPublishers.ofByteArray(call.body()));
    Credential.replaced(call, accessKeyId)
        .headers()
        .forEach(
            (name, values) -> {
              if (!OWN_HEADERS.contains(name)) {
                values.forEach(value -> request.header(name, value));
              }
            });
    try {
      var response = server.http().send(request.build(), BodyHandlers.ofByteArray());
      var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
      response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
      // The server's clock is the real one; the SDK would take a difference for clock skew.
      headers.remove("Date");
      return new HttpReply(response.statusCode(), headers, response.body());
    } catch (IOException e) {
      throw new UncheckedIOException("DynamoDB Local doesn't answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while DynamoDB Local was asked", e);
    }
  }

  /**
   * A client that goes to this world's tables directly: no latency, no faults. For making tables
   * and for looking at what was written. Close it after use.
   */
  public DynamoDbClient client(String region) {
    return DynamoDbClient.builder()
        .endpointOverride(server.uri())
        .region(Region.of(region))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, "secret")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  /** Deletes the tables, and ends the threads that served them. */
  @Override
  public void close() {
    closed = true;
    server.forget(accessKeyId);
  }
}
