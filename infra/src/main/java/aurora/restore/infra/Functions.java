package aurora.restore.infra;

import aurora.restore.edge.MachineArns;
import aurora.restore.edge.Settings;
import aurora.restore.infra.configuration.DeploymentConfiguration;
import aurora.restore.infra.configuration.FunctionPackage;
import aurora.restore.infra.permission.Arns;
import aurora.restore.infra.permission.Grants;
import aurora.restore.infra.permission.NetworkPermissions;
import aurora.restore.infra.permission.Permissions;
import aurora.restore.machine.HandlerFunction;
import aurora.restore.machine.Machine;
import aurora.restore.machine.Release;
import aurora.restore.machine.ScheduledFunction;
import aurora.restore.operation.DataVerification;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.ecr.Repository;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.EcrImageCodeProps;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Handler;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/**
 * Makes the functions: one for each handler that a definition names or a schedule calls, all of one
 * jar or one image, each with a log group and a role of its own.
 */
record Functions(
    Construct scope,
    Code zip,
    DeploymentConfiguration configuration,
    Map<String, String> environment,
    Map<String, LogGroup> logs,
    Permissions permissions,
    Arns arns) {
  /**
   * Records are made by reflection, for which the JVM would make classes of its own at every start;
   * asked so, it goes without. That it was asked it writes into the log of each new container. An
   * image asks it by its own command.
   */
  private static final String JVM_OPTIONS = "-Djdk.reflect.useNativeAccessorOnly=true";

  /** So that the function ends before the 840 seconds that its task waits for it. */
  private static final int AROUND_CHECKS_SECONDS = 200;

  static Functions of(
      Construct scope,
      Path jar,
      DeploymentConfiguration configuration,
      Tables tables,
      ITopic topic,
      Map<String, LogGroup> logs,
      Permissions permissions,
      Arns arns) {
    return new Functions(
        scope,
        Code.fromAsset(jar.toString()),
        configuration,
        environment(configuration, tables.state(), tables.audit(), topic, arns),
        logs,
        permissions,
        arns);
  }

  /**
   * What {@link Settings} reads; the region is told to every function by Lambda itself. Sorted, as
   * everything that is handed to the CDK as a map: the same sources give the same template.
   */
  private static Map<String, String> environment(
      DeploymentConfiguration configuration, ITable state, ITable audit, ITopic topic, Arns arns) {
    var environment = new TreeMap<String, String>();
    if (configuration.functionPackage() instanceof FunctionPackage.Zip) {
      environment.put("JAVA_TOOL_OPTIONS", JVM_OPTIONS);
    }
    environment.put(Settings.STATE_TABLE, state.getTableName());
    environment.put(Settings.AUDIT_TABLE, audit.getTableName());
    environment.put(Settings.TOPIC_ARN, topic.getTopicArn());
    environment.put(Settings.DEFAULT_INSTANCE_CLASS, configuration.defaultInstanceClass());
    if (!configuration.monitoringRoles().isEmpty()) {
      environment.put(
          Settings.MONITORING_ROLE_ARNS,
          String.join(" ", configuration.monitoringRoles().stream().map(arns::role).toList()));
    }
    if (!configuration.checkSecrets().isEmpty()) {
      environment.put(Settings.CHECK_SECRET_ARNS, String.join(" ", configuration.checkSecrets()));
    }
    environment.put(Settings.DEPLOYMENT, configuration.name());
    environment.put(Settings.RUNBOOK, configuration.runbook());
    configuration
        .evidence()
        .key()
        .ifPresent(arn -> environment.put(Settings.EVIDENCE_KEY_ARN, arn));
    configuration
        .evidence()
        .bucket()
        .ifPresent(name -> environment.put(Settings.EVIDENCE_BUCKET, name));
    environment.put(Settings.PIPELINE_VERSION, Release.version());
    environment.put(Settings.DEFINITION_DIGEST, Machine.RESTORE.digest());
    environment.put(
        Settings.RECORD_RETENTION_DAYS, Integer.toString(configuration.recordRetentionDays()));
    return environment;
  }

  /** Those that definitions name. */
  Map<HandlerFunction, IFunction> make() {
    var made = new EnumMap<HandlerFunction, IFunction>(HandlerFunction.class);
    for (var function : HandlerFunction.values()) {
      var id = function.placeholder();
      made.put(
          function,
          placed(
              function(id, function, function.handler(), environment, permissions.of(function))
                  .build()));
    }
    return made;
  }

  /**
   * Those that schedules call. Lambda queues such a call and tries it again by itself; one that is
   * as old as the next isn't worth trying any more.
   */
  Map<ScheduledFunction, IFunction> makeScheduled() {
    var made = new EnumMap<ScheduledFunction, IFunction>(ScheduledFunction.class);
    for (var function : ScheduledFunction.values()) {
      var id = function.placeholder();
      made.put(
          function,
          placed(
              function(id, function, function.handler(), withMachines(), permissions.of(function))
                  .retryAttempts(ScheduledFunction.ATTEMPTS - 1)
                  .maxEventAge(ScheduledCalls.OLDEST)
                  .build()));
    }
    return made;
  }

  /** What {@link MachineArns} reads as well. */
  private Map<String, String> withMachines() {
    var extended = new TreeMap<>(environment);
    extended.put(MachineArns.RESTORE_ARN, arns.machine(Machine.RESTORE));
    extended.put(MachineArns.CLEAN_UP_ARN, arns.machine(Machine.CLEAN_UP));
    extended.put(MachineArns.REPORT_FAILURE_ARN, arns.machine(Machine.REPORT_FAILURE));
    return extended;
  }

  private Function.Builder function(
      String id,
      Enum<?> function,
      Class<?> handler,
      Map<String, String> variables,
      List<PolicyStatement> allowed) {
    return packaged(Function.Builder.create(scope, id), id, handler)
        .functionName(name(function, configuration))
        .description(id + " of " + configuration.name())
        .architecture(Architecture.ARM_64)
        .memorySize(configuration.functionMemoryMegabytes())
        .timeout(Duration.seconds(timeoutSeconds(function)))
        .environment(variables)
        .logGroup(logs.get(id))
        // The functions write JSON themselves. Under the format JSON Lambda would wrap each line
        // into an object of its own, and CloudWatch Logs would extract no metric from it. Levels
        // can't be chosen under TEXT, and needn't be: there is one line for each invocation, and
        // its figures.
        .loggingFormat(LoggingFormat.TEXT)
        .role(role(id, function, allowed))
        .tracing(configuration.functionTracing() ? Tracing.ACTIVE : Tracing.DISABLED);
  }

  /** The class of the handler is what the image's command ends in. */
  private Function.Builder packaged(Function.Builder builder, String id, Class<?> handler) {
    return switch (configuration.functionPackage()) {
      case FunctionPackage.Zip() ->
          builder.runtime(Runtime.JAVA_25).code(zip).handler(handler.getName());
      case FunctionPackage.Image(var repository, var tagOrDigest) ->
          builder
              .runtime(Runtime.FROM_IMAGE)
              .handler(Handler.FROM_IMAGE)
              .code(
                  Code.fromEcrImage(
                      Repository.fromRepositoryName(scope, id + "Repository", repository),
                      EcrImageCodeProps.builder()
                          .tagOrDigest(tagOrDigest)
                          .cmd(List.of(handler.getName()))
                          .build()));
    };
  }

  /** Checks by SQL may take as long as they say, and the calls around them a little. */
  private int timeoutSeconds(Enum<?> function) {
    return function == HandlerFunction.RUN_CHECKS
        ? DataVerification.LONGEST_SECONDS + AROUND_CHECKS_SECONDS
        : configuration.functionTimeoutSeconds();
  }

  /** For each function a log group of its own, by the function's placeholder. */
  static Map<String, LogGroup> logs(Logs logs, DeploymentConfiguration configuration) {
    var made = new LinkedHashMap<String, LogGroup>();
    for (var function : HandlerFunction.values()) {
      made.put(function.placeholder(), logs(logs, function.placeholder(), function, configuration));
    }
    for (var function : ScheduledFunction.values()) {
      made.put(function.placeholder(), logs(logs, function.placeholder(), function, configuration));
    }
    return made;
  }

  private static LogGroup logs(
      Logs logs, String id, Enum<?> function, DeploymentConfiguration configuration) {
    return logs.make(id + "Logs", "/aws/lambda/" + name(function, configuration));
  }

  /** {@code aurora-restore-copy-snapshot}. */
  private static String name(Enum<?> function, DeploymentConfiguration configuration) {
    return configuration.name() + "-" + function.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Into the VPC, where there is one. By ids alone: a look-up would call AWS at synth. */
  private Function placed(Function function) {
    configuration
        .functionNetwork()
        .ifPresent(
            network ->
                ((CfnFunction) function.getNode().getDefaultChild())
                    .setVpcConfig(
                        CfnFunction.VpcConfigProperty.builder()
                            .subnetIds(network.subnetIds())
                            .securityGroupIds(network.securityGroupIds())
                            .build()));
    return function;
  }

  private Role role(String id, Enum<?> function, List<PolicyStatement> allowed) {
    var statements = new ArrayList<PolicyStatement>();
    statements.add(
        Grants.allow(
            List.of("logs:CreateLogStream", "logs:PutLogEvents"), logs.get(id).getLogGroupArn()));
    statements.addAll(allowed);
    if (configuration.functionNetwork().isPresent()) {
      statements.addAll(
          NetworkPermissions.beside(allowed, arns.function(name(function, configuration))));
    }
    return Role.Builder.create(scope, id + "Role")
        .description("What " + id + " may do")
        // Without Trust's condition: of Lambda it isn't documented that it says on whose behalf.
        .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
        .inlinePolicies(Map.of(id, PolicyDocument.Builder.create().statements(statements).build()))
        .build();
  }
}
