package aurora.restore.infra;

import aurora.restore.edge.Settings;
import aurora.restore.machine.HandlerFunction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/**
 * Makes the functions: one for each handler, all of one jar, each with a log group and a role of
 * its own.
 */
record Functions(
    Construct scope,
    Code code,
    DeploymentConfiguration configuration,
    Map<String, String> environment,
    Permissions permissions) {

  static Functions of(
      Construct scope,
      Path jar,
      DeploymentConfiguration configuration,
      Tables tables,
      ITopic topic,
      Permissions permissions) {
    return new Functions(
        scope,
        Code.fromAsset(jar.toString()),
        configuration,
        environment(configuration, tables.state(), tables.audit(), topic),
        permissions);
  }

  /**
   * What {@link Settings} reads; the region is told to every function by Lambda itself. Sorted, as
   * everything that is handed to the CDK as a map: the same sources give the same template.
   */
  private static Map<String, String> environment(
      DeploymentConfiguration configuration, ITable state, ITable audit, ITopic topic) {
    var environment = new TreeMap<String, String>();
    environment.put(Settings.STATE_TABLE, state.getTableName());
    environment.put(Settings.AUDIT_TABLE, audit.getTableName());
    environment.put(Settings.TOPIC_ARN, topic.getTopicArn());
    environment.put(Settings.DEFAULT_INSTANCE_CLASS, configuration.defaultInstanceClass());
    environment.put(
        Settings.RECORD_RETENTION_DAYS, Integer.toString(configuration.recordRetentionDays()));
    return environment;
  }

  Map<HandlerFunction, IFunction> make() {
    var made = new EnumMap<HandlerFunction, IFunction>(HandlerFunction.class);
    for (var function : HandlerFunction.values()) {
      made.put(function, make(function));
    }
    return made;
  }

  private IFunction make(HandlerFunction function) {
    var id = function.placeholder();
    var name = name(function);
    var logs = logs(id, name);
    return Function.Builder.create(scope, id)
        .functionName(name)
        .description(id + " of " + configuration.name())
        .runtime(Runtime.JAVA_25)
        .architecture(Architecture.ARM_64)
        .code(code)
        .handler(function.handler().getName())
        .memorySize(configuration.functionMemoryMegabytes())
        .timeout(Duration.seconds(configuration.functionTimeoutSeconds()))
        .environment(environment)
        .logGroup(logs)
        .role(role(function, logs))
        .build();
  }

  /** {@code aurora-restore-copy-snapshot}. */
  private String name(HandlerFunction function) {
    return configuration.name() + "-" + function.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Made here: left to Lambda, it would never expire. */
  private LogGroup logs(String id, String name) {
    return LogGroup.Builder.create(scope, id + "Logs")
        .logGroupName("/aws/lambda/" + name)
        .retention(LogRetention.of(configuration.logRetentionDays()))
        .removalPolicy(RemovalPolicy.DESTROY) // the audit table is the record, not the logs
        .build();
  }

  private Role role(HandlerFunction function, LogGroup logs) {
    var statements = new ArrayList<PolicyStatement>();
    statements.add(
        Permissions.allow(
            List.of("logs:CreateLogStream", "logs:PutLogEvents"), logs.getLogGroupArn()));
    statements.addAll(permissions.of(function));
    return Role.Builder.create(scope, function.placeholder() + "Role")
        .description("What " + function.placeholder() + " may do")
        .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
        .inlinePolicies(
            Map.of(
                function.placeholder(),
                PolicyDocument.Builder.create().statements(statements).build()))
        .build();
  }
}
