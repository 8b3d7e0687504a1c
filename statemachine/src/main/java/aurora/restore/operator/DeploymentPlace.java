package aurora.restore.operator;

import aurora.restore.edge.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * Where the deployment is.
 *
 * @param endpoint where every call goes instead of AWS; empty: to AWS
 */
record DeploymentPlace(String region, Optional<URI> endpoint, AwsCredentialsProvider credentials) {
  /**
   * @param region null: what the environment or the configuration says; at an endpoint of this
   *     machine, what the rehearsal there says
   * @throws Trouble where nobody says it
   */
  static DeploymentPlace of(String region, URI endpoint) {
    if (endpoint != null && isOfThisMachine(endpoint)) {
      return new DeploymentPlace(
          region == null ? served(endpoint) : region,
          Optional.of(endpoint),
          // Real ones have no business there.
          StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIAREHEARSAL", "nothing")));
    }
    return new DeploymentPlace(
        region == null ? configured() : region,
        Optional.ofNullable(endpoint),
        DefaultCredentialsProvider.builder().build());
  }

  private static boolean isOfThisMachine(URI endpoint) {
    try {
      return InetAddress.getByName(endpoint.getHost()).isLoopbackAddress();
    } catch (IOException e) {
      throw new Trouble(endpoint + " leads nowhere: there is no such host");
    }
  }

  private static String served(URI endpoint) {
    try (var look = endpoint.toURL().openStream()) {
      return Json.MAPPER.readTree(look).path("region").asText();
    } catch (IOException e) {
      throw new Trouble("nothing is served on " + endpoint + "; ./rehearse serve");
    }
  }

  private static String configured() {
    try {
      return new DefaultAwsRegionProviderChain().getRegion().id();
    } catch (SdkClientException e) {
      throw new Trouble("no region is configured: give --region, or set AWS_REGION");
    }
  }
}
