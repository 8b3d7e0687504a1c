package aurora.restore.edge;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * What a function needs of the world: AWS, the time, its settings. The rehearsal hands the same
 * handlers another edge.
 */
public record Edge(Aws aws, InstantSource clock, Settings settings) {
  /**
   * The edge of the Lambda container that this class is loaded in, made once.
   *
   * @param services that the container's function will call
   */
  public static Edge ofContainer(Primed... services) {
    var priming = Priming.of(System.getenv(Settings.REGION), List.of(services));
    var edge = Container.EDGE;
    try {
      priming.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the container is being stopped
    }
    return edge;
  }

  static Edge of(Map<String, String> environment, InstantSource clock) {
    var settings = Settings.from(environment);
    var endpoint = Optional.ofNullable(environment.get("AWS_ENDPOINT_URL")).map(URI::create);
    var aws =
        new Aws(
            settings.region(),
            longest -> UrlConnectionHttpClient.builder().socketTimeout(longest).build(),
            DefaultCredentialsProvider.builder().build(),
            endpoint,
            AwsRetryStrategy::standardRetryStrategy);
    return new Edge(aws, clock, settings);
  }

  /** Loaded with the first handler, not with the class that tests use. */
  private static final class Container {
    static final Edge EDGE = Edge.of(System.getenv(), InstantSource.system());
  }
}
