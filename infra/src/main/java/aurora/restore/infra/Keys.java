package aurora.restore.infra;

import java.util.Optional;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/** Makes the key, where a deployment wants its own. */
final class Keys {
  private Keys() {}

  /** Retained: without it, the tables that outlive the stack couldn't be read any more. */
  static Optional<IKey> make(Construct scope, DeploymentConfiguration configuration) {
    return switch (configuration.encryptionKey()) {
      case AWS_OWNED -> Optional.empty();
      case CUSTOMER_MANAGED ->
          Optional.of(
              Key.Builder.create(scope, "Key")
                  .description("Tables and topic of " + configuration.name())
                  .enableKeyRotation(true)
                  .removalPolicy(RemovalPolicy.RETAIN)
                  .build());
    };
  }
}
