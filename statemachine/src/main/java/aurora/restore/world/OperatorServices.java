package aurora.restore.world;

import aurora.restore.edge.Settings;
import aurora.restore.engine.Engine;
import aurora.restore.machine.HandlerFunction;
import aurora.restore.machine.Machine;
import aurora.restore.machine.ScheduledFunction;
import aurora.restore.machine.StackOutput;
import aurora.restore.simulation.Service;
import aurora.restore.simulation.cloudformation.SimulatedCloudFormation;
import aurora.restore.simulation.cloudformation.SimulatedStack;
import aurora.restore.simulation.cloudwatch.SimulatedCloudWatch;
import aurora.restore.simulation.logs.LogLine;
import aurora.restore.simulation.logs.SimulatedLogs;
import aurora.restore.simulation.sqs.SimulatedSqs;
import aurora.restore.simulation.sts.SimulatedSts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What operators call beside what functions do: the deployment's stack, logs, alarms and queues.
 *
 * @param account whose deployment it is
 * @param log what the functions wrote so far
 */
record OperatorServices(
    InstantSource time, String account, Settings settings, Engine engine, FunctionLogs log) {
  /** The queues that a deployment has for what couldn't be delivered. */
  private static final String FAILURE_REPORT_DEAD_LETTERS = "failure-report-dead-letters";

  private static final String SCHEDULED_CALL_DEAD_LETTERS = "scheduled-call-dead-letters";
  private static final String SCHEDULE_DEAD_LETTERS = "schedule-dead-letters";
  private static final List<String> QUEUES =
      List.of(FAILURE_REPORT_DEAD_LETTERS, SCHEDULE_DEAD_LETTERS, SCHEDULED_CALL_DEAD_LETTERS);

  List<Service> all() {
    return List.of(
        new SimulatedSts().service(),
        new SimulatedCloudFormation(stack()).service(),
        alarms().service(),
        new SimulatedLogs(settings.region(), groups(), this::lines).service(),
        queues().service());
  }

  /** The deployment's stack, by its outputs. */
  SimulatedStack stack() {
    return new SimulatedStack(
        settings.deployment(),
        settings.region(),
        "arn:aws:cloudformation:%s:%s:stack/%s/00000000-0000-4000-8000-000000000000"
            .formatted(settings.region(), account, settings.deployment()),
        deployedAt(),
        outputs());
  }

  private Instant deployedAt() {
    return engine.machines().getFirst().at();
  }

  Map<String, String> outputs() {
    var outputs = new LinkedHashMap<String, String>();
    for (var output : StackOutput.values()) {
      value(output).ifPresent(value -> outputs.put(output.key(), value));
    }
    return outputs;
  }

  /** Empty where the deployment has no such output. */
  private Optional<String> value(StackOutput output) {
    return Optional.ofNullable(told(output));
  }

  private String told(StackOutput output) {
    return switch (output) {
      case RESTORE_MACHINE_ARN -> engine.machineArn(Machine.RESTORE.id());
      case REPORT_FAILURE_MACHINE_ARN -> engine.machineArn(Machine.REPORT_FAILURE.id());
      case CLEAN_UP_MACHINE_ARN -> engine.machineArn(Machine.CLEAN_UP.id());
      case STATE_TABLE_ARN -> tableArn(settings.stateTable());
      case AUDIT_TABLE_ARN -> tableArn(settings.auditTable());
      case FAILURE_REPORT_DEAD_LETTERS_URL -> queueUrl(FAILURE_REPORT_DEAD_LETTERS);
      case SCHEDULED_CALL_DEAD_LETTERS_URL -> queueUrl(SCHEDULED_CALL_DEAD_LETTERS);
      case SCHEDULE_DEAD_LETTERS_URL -> queueUrl(SCHEDULE_DEAD_LETTERS);
      case TOPIC_ARN -> settings.topicArn();
      case EVIDENCE_KEY_ARN -> settings.evidence().keyArn();
      case DASHBOARD_NAME -> settings.deployment();
      case START_RESTORE_COMMAND -> start(Machine.RESTORE, "--input file://input.json");
      case START_CLEAN_UP_COMMAND ->
          start(Machine.CLEAN_UP, "--input '{\"operation_id\":\"OPERATION_ID\"}'");
    };
  }

  private String queueUrl(String queue) {
    return SimulatedSqs.url(account, settings.region(), settings.deployment() + "-" + queue);
  }

  private String tableArn(String table) {
    return "arn:aws:dynamodb:%s:%s:table/%s".formatted(settings.region(), account, table);
  }

  private String start(Machine machine, String options) {
    return "aws stepfunctions start-execution --region %s --state-machine-arn %s %s"
        .formatted(settings.region(), engine.machineArn(machine.id()), options);
  }

  private SimulatedCloudWatch alarms() {
    var alarms = new SimulatedCloudWatch(time, engine);
    for (var machine : Machine.values()) {
      alarms.watch(
          engine.machineArn(machine.id()), settings.deployment() + "-" + machine.placeholder());
    }
    return alarms;
  }

  private SimulatedSqs queues() {
    var queues = new SimulatedSqs(time);
    QUEUES.forEach(it -> queues.queue(settings.region(), settings.deployment() + "-" + it));
    return queues;
  }

  private List<String> groups() {
    return Stream.concat(
            Stream.of(HandlerFunction.values()).map(HandlerFunction::placeholder),
            Stream.of(ScheduledFunction.values()).map(ScheduledFunction::placeholder))
        .map(this::group)
        .toList();
  }

  /** As functions are deployed: {@code CopySnapshot} is {@code …-copy-snapshot}. */
  private String group(String function) {
    var name = function.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    return "/aws/lambda/" + settings.deployment() + "-" + name;
  }

  private List<LogLine> lines() {
    var lines = new ArrayList<LogLine>();
    for (var event : log.events()) {
      lines.add(new LogLine(event.at(), group(event.function()), event.text()));
    }
    return lines;
  }
}
