package aurora.restore.infra;

import java.util.Optional;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/** Makes the topic that operators are told by. */
final class Topics {
  private Topics() {}

  /** Messages sent without TLS are refused. */
  static ITopic make(Construct scope, Optional<IKey> key, DeploymentConfiguration configuration) {
    var builder =
        Topic.Builder.create(scope, "Topic").displayName("Aurora restore").enforceSsl(true);
    key.ifPresent(builder::masterKey);
    var topic = builder.build();
    configuration
        .notificationEmails()
        .forEach(email -> topic.addSubscription(new EmailSubscription(email)));
    return topic;
  }
}
