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
import software.amazon.awscdk.services.lambda.Tracing;
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
    Map<HandlerFunction, LogGroup> logs,
    Permissions permissions) {

  static Functions of(
      Construct scope,
      Path jar,
      DeploymentConfiguration configuration,
      Tables tables,
      ITopic topic,
      Map<HandlerFunction, LogGroup> logs,
      Permissions permissions) {
    return new Functions(
        scope,
        Code.fromAsset(jar.toString()),
        configuration,
        environment(configuration, tables.state(), tables.audit(), topic),
        logs,
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
    return Function.Builder.create(scope, id)
        .functionName(name(function, configuration))
        .description(id + " of " + configuration.name())
        .runtime(Runtime.JAVA_25)
        .architecture(Architecture.ARM_64)
        .code(code)
        .handler(function.handler().getName())
        .memorySize(configuration.functionMemoryMegabytes())
        .timeout(Duration.seconds(configuration.functionTimeoutSeconds()))
        .environment(environment)
        .logGroup(logs.get(function))
        .role(role(function, logs.get(function)))
        .tracing(configuration.functionTracing() ? Tracing.ACTIVE : Tracing.DISABLED)
        .build();
  }

  /** For each function a log group of its own. */
  static Map<HandlerFunction, LogGroup> logs(Logs logs, DeploymentConfiguration configuration) {
    var made = new EnumMap<HandlerFunction, LogGroup>(HandlerFunction.class);
    for (var function : HandlerFunction.values()) {
      var name = "/aws/lambda/" + name(function, configuration);
      made.put(function, logs.make(function.placeholder() + "Logs", name));
    }
    return made;
  }

  /** {@code aurora-restore-copy-snapshot}. */
  private static String name(HandlerFunction function, DeploymentConfiguration configuration) {
    return configuration.name() + "-" + function.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Role role(HandlerFunction function, LogGroup logs) {
    var statements = new ArrayList<PolicyStatement>();
    statements.add(
        Permissions.allow(
            List.of("logs:CreateLogStream", "logs:PutLogEvents"), logs.getLogGroupArn()));
    statements.addAll(permissions.of(function));
    return Role.Builder.create(scope, function.placeholder() + "Role")
        .description("What " + function.placeholder() + " may do")
        // Without Trust's condition: of Lambda it isn't documented that it says on whose behalf.
        .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
        .inlinePolicies(
            Map.of(
                function.placeholder(),
                PolicyDocument.Builder.create().statements(statements).build()))
        .build();
  }
}
