package aurora.restore.infra;

import aurora.restore.infra.configuration.DeploymentConfiguration;
import aurora.restore.infra.permission.Arns;
import aurora.restore.infra.permission.Trust;
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

  /**
   * Retained: without it, the tables that outlive the stack couldn't be read any more. When the
   * first deployment is rolled back, it is deleted with the rest: nothing has been written under
   * it.
   */
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
            .removalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE)
            .build();
    key.addToResourcePolicy(logs(arns));
    key.addToResourcePolicy(deadLetters(arns));
    key.addToResourcePolicy(alarms(arns));
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
   * On the way to an encrypted queue, EventBridge (there by its old name, CloudWatch Events) says
   * on whose behalf it calls (SQS Developer Guide, "Key management", confused deputy protection).
   * That page asks for the account where the ARN of the resource isn't known, and doesn't say
   * whether the ARN is the rule's or the queue's: so it is the account.
   *
   * <p>To an encrypted topic EventBridge supports no such condition (SNS Developer Guide, "Key
   * management"): no rule of this stack sends to the topic.
   */
  private static PolicyStatement deadLetters(Arns arns) {
    return messages("EventBridgeSendsDeadLetters", "events.amazonaws.com", Trust.account(arns));
  }

  /**
   * The SNS Developer Guide, "Key management", asks for both conditions, and excepts EventBridge
   * alone; what the ARN is, the CloudWatch User Guide tells, "Notifying users on alarm changes".
   */
  private static PolicyStatement alarms(Arns arns) {
    return messages("AlarmsPublish", "cloudwatch.amazonaws.com", Trust.alarms(arns));
  }

  private static PolicyStatement messages(
      String sid, String service, Map<String, Object> conditions) {
    return PolicyStatement.Builder.create()
        .sid(sid)
        .principals(List.of(new ServicePrincipal(service)))
        .actions(List.of("kms:Decrypt", "kms:GenerateDataKey"))
        .resources(List.of(Arns.ANY)) // in a key's policy: this key
        .conditions(conditions)
        .build();
  }
}
