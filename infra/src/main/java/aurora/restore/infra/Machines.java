package aurora.restore.infra;

import aurora.restore.infra.permission.Arns;
import aurora.restore.infra.permission.Definition;
import aurora.restore.infra.permission.Grants;
import aurora.restore.infra.permission.Trust;
import aurora.restore.machine.HandlerFunction;
import aurora.restore.machine.Machine;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.stepfunctions.DefinitionBody;
import software.amazon.awscdk.services.stepfunctions.LogLevel;
import software.amazon.awscdk.services.stepfunctions.LogOptions;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.amazon.awscdk.services.stepfunctions.StateMachineType;
import software.constructs.Construct;

/** Makes the state machines, each of the definition that the rehearsal runs too. */
record Machines(
    Construct scope,
    Map<HandlerFunction, IFunction> functions,
    Map<Machine, LogGroup> logs,
    Arns arns) {

  /**
   * As AWS's own deliveries are named: each other name takes its place in the region's resource
   * policy, which is limited in length (Step Functions Developer Guide, "Using CloudWatch Logs").
   */
  private static final String LOGS = "/aws/vendedlogs/states/";

  Map<Machine, StateMachine> make() {
    var made = new EnumMap<Machine, StateMachine>(Machine.class);
    for (var machine : Machine.values()) {
      made.put(machine, make(machine));
    }
    return made;
  }

  /**
   * The functions are named without a version: a redrive keeps its definition, and so goes on with
   * mended code (Step Functions Developer Guide, "Restarting state machine executions").
   *
   * <p>Encrypted under AWS's own key, also where there is a customer's: under that one the status
   * events, which report-failure lives on, come without input, error and cause (Step Functions
   * Developer Guide, "Data at rest encryption in Step Functions").
   */
  private StateMachine make(Machine machine) {
    var id = id(machine);
    var definition = Definition.of(machine);
    return StateMachine.Builder.create(scope, id)
        .stateMachineName(arns.machineName(machine))
        .stateMachineType(StateMachineType.STANDARD)
        .definitionBody(DefinitionBody.fromString(machine.definition()))
        .definitionSubstitutions(substitutions(definition))
        .role(role(id, machine, definition))
        .tracingEnabled(true)
        .logs(
            LogOptions.builder()
                .destination(logs.get(machine))
                .level(LogLevel.ALL)
                .includeExecutionData(true)
                .build())
        .build();
  }

  private Map<String, String> substitutions(Definition definition) {
    var substitutions = new TreeMap<String, String>();
    definition
        .functions()
        .forEach(
            function ->
                substitutions.put(
                    function.placeholder(), functions.get(function).getFunctionArn()));
    definition
        .machines()
        .forEach(machine -> substitutions.put(machine.placeholder(), arns.machine(machine)));
    return substitutions;
  }

  /** The CDK adds the delivery of logs and traces to it, which AWS knows for all resources only. */
  private Role role(String id, Machine machine, Definition definition) {
    var policies = new TreeMap<String, PolicyDocument>();
    var invoked =
        definition.functions().stream()
            .map(function -> functions.get(function).getFunctionArn())
            .toArray(String[]::new);
    policies.put("InvokeFunctions", document("lambda:InvokeFunction", invoked));
    var started = definition.machines().stream().map(arns::machine).toArray(String[]::new);
    if (started.length > 0) {
      policies.put("StartMachines", document("states:StartExecution", started));
    }
    return Role.Builder.create(scope, id + "Role")
        .description("What " + machine.id() + " may do")
        .assumedBy(Trust.in("states.amazonaws.com", arns))
        .inlinePolicies(policies)
        .build();
  }

  private static PolicyDocument document(String action, String... resources) {
    var allowed = Grants.allow(List.of(action), resources);
    return PolicyDocument.Builder.create().statements(List.of(allowed)).build();
  }

  /** For each machine a log group that {@link #make} has it write to. */
  static Map<Machine, LogGroup> logs(Logs logs, Arns arns) {
    var made = new EnumMap<Machine, LogGroup>(Machine.class);
    for (var machine : Machine.values()) {
      made.put(machine, logs.make(id(machine) + "Logs", LOGS + arns.machineName(machine)));
    }
    return made;
  }

  private static String id(Machine machine) {
    return machine.placeholder() + "Machine";
  }
}
