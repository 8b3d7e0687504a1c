package aurora.restore.infra;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/**
 * Makes the key, where a deployment wants its own, and lets the services use it that use it in
 * their own name: DynamoDB and SNS use it in the name of whoever calls them, and need nothing here.
 */
final class Keys {
  private Keys() {}

  /** Retained: without it, the tables that outlive the stack couldn't be read any more. */
  static Optional<IKey> make(Construct scope, Arns arns, DeploymentConfiguration configuration) {
    return switch (configuration.encryptionKey()) {
      case AWS_OWNED -> Optional.empty();
      case CUSTOMER_MANAGED -> Optional.of(made(scope, arns, configuration));
    };
  }

  private static Key made(Construct scope, Arns arns, DeploymentConfiguration configuration) {
    var key =
        Key.Builder.create(scope, "Key")
            .description("Tables, topic, queues and logs of " + configuration.name())
            .enableKeyRotation(true)
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
    key.addToResourcePolicy(logs(arns));
    key.addToResourcePolicy(messages("EventBridgeSendsDeadLetters", "events.amazonaws.com"));
    key.addToResourcePolicy(messages("AlarmsPublish", "cloudwatch.amazonaws.com"));
    return key;
  }

  /** CloudWatch Logs User Guide, "Encrypt log data using AWS KMS". */
  private static PolicyStatement logs(Arns arns) {
    return PolicyStatement.Builder.create()
        .sid("LogGroupsOfThisDeployment")
        .principals(List.of(new ServicePrincipal("logs." + arns.region() + "." + arns.urlSuffix())))
        .actions(
            List.of(
                "kms:Decrypt",
                "kms:DescribeKey",
                "kms:Encrypt",
                "kms:GenerateDataKey",
                "kms:GenerateDataKeyWithoutPlaintext",
                "kms:ReEncryptFrom",
                "kms:ReEncryptTo"))
        .resources(List.of(Arns.ANY)) // in a key's policy: this key
        .conditions(
            Map.of("ArnLike", Map.of("kms:EncryptionContext:aws:logs:arn", arns.logGroups())))
        .build();
  }

  /**
   * Without a condition on the source: EventBridge supports none on the way to an encrypted topic
   * or queue (SNS Developer Guide, "Key management"), and an alarm that can't be told of is worse.
   * What each of them may send to is bound by the policies of the topic and the queues.
   */
  private static PolicyStatement messages(String sid, String service) {
    return PolicyStatement.Builder.create()
        .sid(sid)
        .principals(List.of(new ServicePrincipal(service)))
        .actions(List.of("kms:Decrypt", "kms:GenerateDataKey"))
        .resources(List.of(Arns.ANY)) // in a key's policy: this key
        .build();
  }
}
