package aurora.restore.world;

import aurora.restore.edge.Aws;
import aurora.restore.simulation.wire.SimulatedHttpClient;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * The SDK's clients of all worlds, made once: making them takes as long as many calls. They hold
 * nothing of a world. What they send goes over the {@link Line} of the function that is at work on
 * their thread, and that line counts its tries.
 */
final class SharedClients {
  private static final Map<String, Aws> BY_HOME = new ConcurrentHashMap<>();

  private SharedClients() {}

  /** The clients for functions that are deployed in a region, to be used on a {@link Line}. */
  static Aws of(String home) {
    return BY_HOME.computeIfAbsent(home, SharedClients::made);
  }

  private static Aws made(String home) {
    var http = new SimulatedHttpClient(() -> Line.current().wire());
    return new Aws(
        home,
        _ -> http,
        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIASIMULATED", "secret")),
        Optional.empty(),
        LineRetries::new);
  }
}
