package aurora.restore.infra;

import aurora.restore.infra.configuration.DeploymentConfiguration;
import aurora.restore.infra.configuration.Subscriber;
import aurora.restore.infra.permission.Arns;
import aurora.restore.infra.permission.Trust;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sns.Subscription;
import software.amazon.awscdk.services.sns.SubscriptionProtocol;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/**
 * Makes the topic that operators are told by. It outlives the stack, with what others have
 * subscribed to it; when the first deployment is rolled back, nobody has, and it goes too.
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
    topic.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    topic.addToResourcePolicy(alarms(topic, arns));
    configuration.subscriptions().forEach(subscriber -> subscribe(scope, topic, subscriber));
    return topic;
  }

  private static void subscribe(Construct scope, ITopic topic, Subscriber subscriber) {
    Subscription.Builder.create(scope, "Subscription-" + subscriber.endpoint())
        .topic(topic)
        .protocol(
            switch (subscriber.protocol()) {
              case EMAIL -> SubscriptionProtocol.EMAIL;
              case HTTPS -> SubscriptionProtocol.HTTPS;
            })
        .endpoint(subscriber.endpoint())
        .build();
  }

  /** An alarm's action doesn't bring it along, and a policy of one's own replaces SNS's default. */
  private static PolicyStatement alarms(Topic topic, Arns arns) {
    return PolicyStatement.Builder.create()
        .sid("AlarmsPublish")
        .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
        .actions(List.of("sns:Publish"))
        .resources(List.of(topic.getTopicArn()))
        .conditions(Trust.alarms(arns))
        .build();
  }
}
