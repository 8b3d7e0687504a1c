package aurora.restore.operator;

import aurora.restore.edge.Aws;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.sts.StsClient;

/** The clients of an operator: those that functions have, and a few more. */
final class OperatorAws {
  private final DeploymentPlace place;
  private final SdkHttpClient http = UrlConnectionHttpClient.create();
  private final Aws aws;

  OperatorAws(DeploymentPlace place) {
    this.place = place;
    this.aws =
        new Aws(
            place.region(),
            _ -> http,
            place.credentials(),
            place.endpoint(),
            AwsRetryStrategy::standardRetryStrategy);
  }

  DeploymentPlace place() {
    return place;
  }

  Aws services() {
    return aws;
  }

  CloudFormationClient cloudFormation() {
    return made(CloudFormationClient.builder());
  }

  CloudWatchClient cloudWatch() {
    return made(CloudWatchClient.builder());
  }

  StsClient sts() {
    return made(StsClient.builder());
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C made(B builder) {
    place.endpoint().ifPresent(builder::endpointOverride);
    return builder
        .region(Region.of(place.region()))
        .credentialsProvider(place.credentials())
        .httpClient(http)
        .build();
  }
}
