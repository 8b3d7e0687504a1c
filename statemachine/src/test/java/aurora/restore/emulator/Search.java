package aurora.restore.emulator;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;

/**
 * The search for an emulator: the one that is named, else one that Docker starts.
 *
 * @param endpoint the named one's URL; null where none is named
 * @param required {@code true}, {@code false}, or null for false: whether it is an error that there
 *     is none
 */
record Search(String endpoint, String required, Docker docker) {
  static final String ENDPOINT = "emulator.endpoint";
  static final String REQUIRED = "emulator.required";
  static final String ABSENT =
      "no emulator of DynamoDB, SNS and SQS: Docker isn't there to start LocalStack, and -D"
          + ENDPOINT
          + "=URL names no other";

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** What came of it. */
  sealed interface Outcome {
    record Found(URI endpoint) implements Outcome {}

    record Absent(String reason) implements Outcome {}
  }

  /**
   * @throws IllegalStateException where the named one doesn't answer, and where there is none
   *     although one is required
   */
  Outcome search() {
    var isRequired = isRequired();
    if (endpoint != null) {
      return new Outcome.Found(answering());
    }
    if (docker.isThere()) {
      return new Outcome.Found(docker.start());
    }
    if (isRequired) {
      throw new IllegalStateException(ABSENT + ", and -D" + REQUIRED + "=true asks for one");
    }
    return new Outcome.Absent(ABSENT);
  }

  private boolean isRequired() {
    return switch (required) {
      case null -> false;
      case "true" -> true;
      case "false" -> false;
      case String other ->
          throw new IllegalArgumentException("-D" + REQUIRED + "=" + other + ": say true or false");
    };
  }

  /** Looked at once, where every test would fail at its first call, after the SDK's retries. */
  private URI answering() {
    var uri = URI.create(endpoint);
    if (uri.getHost() == null || uri.getPort() < 0) {
      throw new IllegalArgumentException(
          "-D" + ENDPOINT + "=" + endpoint + ": say scheme, host and port, e.g. http://host:4566");
    }
    try (var socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(uri.getHost(), uri.getPort()), (int) PATIENCE.toMillis());
    } catch (IOException e) {
      throw new IllegalStateException(
          "nothing answers at -D" + ENDPOINT + "=" + endpoint + " (" + e.getMessage() + ")", e);
    }
    return uri;
  }
}
