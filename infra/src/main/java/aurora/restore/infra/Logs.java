package aurora.restore.infra;

import aurora.restore.infra.configuration.DeploymentConfiguration;
import aurora.restore.infra.configuration.LogRetention;
import java.util.Optional;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * Makes log groups: left to the services, they would never expire.
 *
 * @param key encrypts them; without one, CloudWatch Logs does so under a key of its own
 */
record Logs(Construct scope, Optional<IKey> key, DeploymentConfiguration configuration) {
  LogGroup make(String id, String name) {
    var group =
        LogGroup.Builder.create(scope, id)
            .logGroupName(name)
            .retention(LogRetention.of(configuration.logRetentionDays()))
            .removalPolicy(RemovalPolicy.DESTROY); // the audit table is the record, not the logs
    key.ifPresent(group::encryptionKey);
    return group.build();
  }
}
