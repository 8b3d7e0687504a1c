package aurora.restore.edge;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rdsdata.RdsDataClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * The clients of a function: one per service and region, made when first asked for and kept as long
 * as the container lives. Making a client inside an invocation costs some 35 ms each time.
 */
public final class Aws {
  /** The HTTP client's own default. */
  private static final Duration USUAL = Duration.ofSeconds(30);

  /** The Data API answers once a statement is through, which it gives 45 seconds. */
  private static final Duration STATEMENT = Duration.ofSeconds(55);

  private final String home;
  private final Function<Duration, SdkHttpClient> http;
  private final SdkHttpClient usual;
  private final AwsCredentialsProvider credentials;
  private final Optional<URI> endpoint;
  private final Supplier<RetryStrategy> retries;
  private final Map<String, RdsClient> rds = new ConcurrentHashMap<>();
  private final Map<String, RdsDataClient> rdsData = new ConcurrentHashMap<>();
  private final Map<String, Ec2Client> ec2 = new ConcurrentHashMap<>();
  private final Map<String, KmsClient> kms = new ConcurrentHashMap<>();
  private final Map<String, DynamoDbClient> dynamoDb = new ConcurrentHashMap<>();
  private final Map<String, SnsClient> sns = new ConcurrentHashMap<>();
  private final Map<String, SfnClient> sfn = new ConcurrentHashMap<>();
  private final Map<String, ObjectStore> objects = new ConcurrentHashMap<>();

  /**
   * @param home the region that the functions, tables and topic live in
   * @param http what carries the calls, by how long an answer may take
   * @param endpoint where every call goes instead of AWS, for emulators
   * @param retries how failed calls are tried again: one strategy for each client
   */
  public Aws(
      String home,
      Function<Duration, SdkHttpClient> http,
      AwsCredentialsProvider credentials,
      Optional<URI> endpoint,
      Supplier<RetryStrategy> retries) {
    this.home = home;
    this.http = http;
    this.usual = http.apply(USUAL);
    this.credentials = credentials;
    this.endpoint = endpoint;
    this.retries = retries;
  }

  public RdsClient rds(String region) {
    return rds.computeIfAbsent(region, r -> made(RdsClient.builder(), r));
  }

  public RdsDataClient rdsData(String region) {
    return rdsData.computeIfAbsent(
        region, r -> made(RdsDataClient.builder(), r, http.apply(STATEMENT)));
  }

  public Ec2Client ec2(String region) {
    return ec2.computeIfAbsent(region, r -> made(Ec2Client.builder(), r));
  }

  public KmsClient kms(String region) {
    return kms.computeIfAbsent(region, r -> made(KmsClient.builder(), r));
  }

  public DynamoDbClient dynamoDb() {
    return dynamoDb.computeIfAbsent(home, r -> made(DynamoDbClient.builder(), r));
  }

  public SnsClient sns() {
    return sns.computeIfAbsent(home, r -> made(SnsClient.builder(), r));
  }

  public SfnClient sfn() {
    return sfn.computeIfAbsent(home, r -> made(SfnClient.builder(), r));
  }

  /** Of the functions' own region. */
  public ObjectStore objects() {
    return objects.computeIfAbsent(home, r -> new ObjectStore(r, usual, credentials, endpoint));
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C made(
      B builder, String region) {
    return made(builder, region, usual);
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C made(
      B builder, String region, SdkHttpClient carrier) {
    endpoint.ifPresent(builder::endpointOverride);
    return builder
        .region(Region.of(region))
        .credentialsProvider(credentials)
        .httpClient(carrier)
        .overrideConfiguration(
            overrides ->
                overrides
                    .retryStrategy(retries.get())
                    .addExecutionInterceptor(new CalledAction.Noting()))
        .build();
  }
}
