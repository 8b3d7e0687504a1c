package aurora.restore.infra;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/**
 * Makes the topic that operators are told by. It outlives the stack, with what others have
 * subscribed to it.
 */
final class Topics {
  private Topics() {}

  /**
   * Messages sent without TLS are refused. Encrypted at rest under the customer's key or not at
   * all: CloudWatch may not use the key that AWS manages for SNS, so that under it every alarm
   * would be lost (SNS Developer Guide, "Key management").
   */
  static ITopic make(
      Construct scope, Optional<IKey> key, Arns arns, DeploymentConfiguration configuration) {
    var builder =
        Topic.Builder.create(scope, "Topic").displayName("Aurora restore").enforceSsl(true);
    key.ifPresent(builder::masterKey);
    var topic = builder.build();
    topic.applyRemovalPolicy(RemovalPolicy.RETAIN);
    topic.addToResourcePolicy(alarms(topic, arns));
    configuration
        .notificationEmails()
        .forEach(email -> topic.addSubscription(new EmailSubscription(email)));
    return topic;
  }

  /** An alarm's action doesn't bring it along, and a policy of one's own replaces SNS's default. */
  private static PolicyStatement alarms(Topic topic, Arns arns) {
    return PolicyStatement.Builder.create()
        .sid("AlarmsPublish")
        .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
        .actions(List.of("sns:Publish"))
        .resources(List.of(topic.getTopicArn()))
        .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", arns.account())))
        .build();
  }
}
