package aurora.restore.infra;

import aurora.restore.machine.HandlerFunction;
import aurora.restore.machine.Machine;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.stepfunctions.DefinitionBody;
import software.amazon.awscdk.services.stepfunctions.LogLevel;
import software.amazon.awscdk.services.stepfunctions.LogOptions;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.amazon.awscdk.services.stepfunctions.StateMachineType;
import software.constructs.Construct;

/** Makes the state machine of the definition that the rehearsal runs too. */
final class Machines {
  private Machines() {}

  /**
   * The functions are named without a version: a redrive keeps its definition, and so goes on with
   * mended code (Step Functions Developer Guide, "Restarting state machine executions").
   */
  static StateMachine make(
      Construct scope,
      Map<HandlerFunction, IFunction> functions,
      DeploymentConfiguration configuration) {
    var name = configuration.name() + "-" + Machine.RESTORE.id();
    return StateMachine.Builder.create(scope, "RestoreMachine")
        .stateMachineName(name)
        .stateMachineType(StateMachineType.STANDARD)
        .definitionBody(DefinitionBody.fromString(Machine.RESTORE.definition()))
        .definitionSubstitutions(substitutions(functions))
        .role(role(scope, functions))
        .tracingEnabled(true)
        .logs(logs(scope, name, configuration))
        .build();
  }

  private static Map<String, String> substitutions(Map<HandlerFunction, IFunction> functions) {
    var substitutions = new TreeMap<String, String>();
    functions.forEach(
        (function, made) -> substitutions.put(function.placeholder(), made.getFunctionArn()));
    return substitutions;
  }

  /** The CDK adds the delivery of logs and traces to it, which AWS knows for all resources only. */
  private static Role role(Construct scope, Map<HandlerFunction, IFunction> functions) {
    var arns = functions.values().stream().map(IFunction::getFunctionArn).toArray(String[]::new);
    var invoke = Permissions.allow(List.of("lambda:InvokeFunction"), arns);
    return Role.Builder.create(scope, "RestoreMachineRole")
        .description("Invokes the functions of a restore")
        .assumedBy(new ServicePrincipal("states.amazonaws.com"))
        .inlinePolicies(
            Map.of(
                "InvokeFunctions",
                PolicyDocument.Builder.create().statements(List.of(invoke)).build()))
        .build();
  }

  /**
   * Named as AWS's own deliveries are: each other name takes its place in the region's resource
   * policy, which is limited in length (Step Functions Developer Guide, "Using CloudWatch Logs").
   */
  private static LogOptions logs(
      Construct scope, String name, DeploymentConfiguration configuration) {
    var group =
        LogGroup.Builder.create(scope, "RestoreMachineLogs")
            .logGroupName("/aws/vendedlogs/states/" + name)
            .retention(LogRetention.of(configuration.logRetentionDays()))
            .removalPolicy(RemovalPolicy.DESTROY) // the audit table is the record, not the logs
            .build();
    return LogOptions.builder()
        .destination(group)
        .level(LogLevel.ALL)
        .includeExecutionData(true)
        .build();
  }
}
