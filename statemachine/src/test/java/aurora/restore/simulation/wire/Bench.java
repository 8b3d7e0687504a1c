package aurora.restore.simulation.wire;

import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Faults;
import aurora.restore.simulation.Service;
import aurora.restore.simulation.dynamodb.SimulatedDynamoDb;
import aurora.restore.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the stories of this package set up: real SDK clients on a wire to tiny services. */
final class Bench {
  static final Instant START = Instant.parse("2026-11-23T00:00:00Z");
  static final String REGION = "us-west-2";

  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
  private final VirtualTime time = new VirtualTime(START, random);
  private final SimulatedDynamoDb tables = new SimulatedDynamoDb(time, random);
  private final Cloud cloud;

  private Bench(Faults faults, Latency latency, Service... services) {
    var all = new ArrayList<>(List.of(services));
    all.add(tables.service());
    cloud = new Cloud(time, Cloud.byName(all), faults, latency, random);
  }

  static Bench with(Service... services) {
    return new Bench(Faults.NONE, Latency.NONE, services);
  }

  static Bench with(Faults faults, Service... services) {
    return new Bench(faults, Latency.NONE, services);
  }

  static Bench with(Latency latency, Service... services) {
    return new Bench(Faults.NONE, latency, services);
  }

  <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder) {
    return connected(builder)
        .overrideConfiguration(o -> o.retryStrategy(retries().standard()))
        .build();
  }

  /** The tables themselves, past the wire. */
  SimulatedDynamoDb tables() {
    return tables;
  }

  DynamoDbClient dynamoDb() {
    return connected(DynamoDbClient.builder())
        .overrideConfiguration(o -> o.retryStrategy(retries().dynamoDb()))
        .build();
  }

  private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B connected(
      B builder) {
    return builder
        .region(Region.of(REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret")))
        .httpClient(cloud.httpClient(new Identity("123456789012", "CopySnapshot")));
  }

  VirtualRetries retries() {
    return new VirtualRetries(time, random);
  }

  Wire wire() {
    return cloud.wire(new Identity("123456789012", "CopySnapshot"));
  }

  Duration spent() {
    return Duration.between(START, time.instant());
  }

  /** Faults that see each call before it takes effect, and each answer before it is sent. */
  static Faults faults(Consumer<String> before, Consumer<String> after) {
    return new Faults() {
      @Override
      public void before(Caller caller, String service, String operation, SdkPojo request) {
        before.accept(service + ":" + operation);
      }

      @Override
      public void after(Caller caller, String service, String operation, SdkPojo request) {
        after.accept(service + ":" + operation);
      }
    };
  }
}
