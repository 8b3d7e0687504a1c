package aurora.restore.infra;

import aurora.restore.machine.Machine;
import java.nio.file.Path;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** All that is deployed, in the region that clusters are restored into. */
final class RestoreStack extends Stack {
  /**
   * @param functionsJar what all functions are made of
   */
  RestoreStack(Construct scope, DeploymentConfiguration configuration, Path functionsJar) {
    super(
        scope,
        "AuroraRestore",
        StackProps.builder()
            .stackName(configuration.name())
            .description("Brings an Aurora cluster back from a snapshot of another region.")
            .build());
    var key = Keys.make(this, configuration);
    var tables = Tables.make(this, key);
    var topic = Topics.make(this, key, configuration);
    var arns = Arns.of(this, configuration);
    var permissions = new Permissions(arns, tables, topic, key);
    var functions =
        Functions.of(this, functionsJar, configuration, tables, topic, permissions).make();
    var machines = new Machines(this, functions, arns, configuration).make();
    FailureReports.make(this, machines, arns);
    Outputs.make(this, tables, topic, machines.get(Machine.RESTORE));
  }
}
