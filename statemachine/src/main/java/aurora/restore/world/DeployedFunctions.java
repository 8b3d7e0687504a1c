package aurora.restore.world;

import aurora.restore.asl.Placeholders;
import aurora.restore.cleanup.ReaperReport;
import aurora.restore.edge.Aws;
import aurora.restore.edge.Edge;
import aurora.restore.edge.MachineArns;
import aurora.restore.edge.ScheduledHandler;
import aurora.restore.edge.Settings;
import aurora.restore.engine.Engine;
import aurora.restore.engine.TaskRunner;
import aurora.restore.machine.HandlerFunction;
import aurora.restore.machine.Machine;
import aurora.restore.machine.ScheduledFunction;
import aurora.restore.simulation.Service;
import aurora.restore.simulation.wire.Cloud;
import aurora.restore.simulation.wire.Identity;
import aurora.restore.simulation.wire.VirtualRetries;
import aurora.restore.simulation.wire.Wire;
import aurora.restore.time.VirtualTime;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.retry.RetryMode;

/** The deployed functions, run as Lambda runs them, each in a container that is kept warm. */
final class DeployedFunctions implements TaskRunner {
  /** What Lambda itself takes of an invocation. */
  private static final Duration OVERHEAD = Duration.ofMillis(20);

  private final String account;
  private final Cloud cloud;
  private final VirtualRetries retries;
  private final Settings settings;
  private final InvocationFaults faults;
  private final FunctionLogs logs;
  private final Map<String, Container> warm = new HashMap<>();
  private final Map<String, Line> lines = new HashMap<>();
  private final Map<ScheduledFunction, ScheduledHandler<ReaperReport>> scheduled =
      new EnumMap<>(ScheduledFunction.class);
  private TaskRunner containers = this::invoke;

  /**
   * @param account whose functions they are
   */
  DeployedFunctions(
      String account,
      Cloud cloud,
      VirtualRetries retries,
      Settings settings,
      InvocationFaults faults) {
    this.account = account;
    this.cloud = cloud;
    this.retries = retries;
    this.settings = settings;
    this.faults = faults;
    this.logs = new FunctionLogs(cloud.time());
  }

  /** What a definition's placeholders stand for: a machine's ARN, else a function's name. */
  static Map<String, String> substitutions(String definition, Engine engine) {
    return Placeholders.names(definition).stream()
        .collect(
            Collectors.toMap(
                Function.identity(),
                name ->
                    Stream.of(Machine.values())
                        .filter(machine -> machine.placeholder().equals(name))
                        .map(machine -> engine.machineArn(machine.id()))
                        .findFirst()
                        .orElse(name)));
  }

  /** From now on, handlers run where {@code elsewhere} has them run. */
  void runIn(UnaryOperator<TaskRunner> elsewhere) {
    containers = elsewhere.apply(containers);
  }

  /** Calls a scheduled function, as the rule does when its schedule fires. */
  ReaperReport call(ScheduledFunction function, Instant firedAt, MachineArns machines) {
    time().spend(OVERHEAD);
    var name = function.placeholder();
    var handler = scheduled.computeIfAbsent(function, it -> it.at(edge(), machines));
    var event = new RuleEvent(account, settings.region(), name, firedAt);
    return line(name).during(() -> logs.invocation(name).fire(handler, event, ReaperReport.class));
  }

  @Override
  public Outcome run(String function, JsonNode payload) {
    time().spend(OVERHEAD);
    var broken = faults.before(function, payload);
    if (broken.isPresent()) {
      return broken.get();
    }
    var outcome = containers.run(function, payload);
    return faults.after(function, payload).<Outcome>map(Function.identity()).orElse(outcome);
  }

  private Outcome invoke(String function, JsonNode payload) {
    var container = warm.computeIfAbsent(function, this::started);
    return line(function).during(() -> container.invoke(payload));
  }

  /** What all functions wrote, oldest first. */
  List<LogEvent> log() {
    return logs.events();
  }

  private Container started(String function) {
    var handler =
        Stream.of(HandlerFunction.values())
            .filter(known -> known.placeholder().equals(function))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no function is named " + function))
            .at(edge());
    return new Container(function, handler, logs);
  }

  private Edge edge() {
    return new Edge(SharedClients.of(settings.region()), time(), settings);
  }

  private Line line(String function) {
    return lines.computeIfAbsent(function, it -> new Line(wire(it), retries));
  }

  /** The wire that a function's calls go over. */
  Wire wire(String function) {
    return cloud.wire(new Identity(account, function));
  }

  /** The wire of somebody's calls who reaches other services too. */
  Wire wire(String name, List<Service> services) {
    return cloud.with(services).wire(new Identity(account, name));
  }

  /** What all functions write into. */
  FunctionLogs logs() {
    return logs;
  }

  /** The clients of somebody who is no function, by whatever name. */
  Aws aws(String function) {
    var http = cloud.httpClient(new Identity(account, function));
    return new Aws(
        settings.region(),
        _ -> http,
        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIASIMULATED", "secret")),
        Optional.empty(),
        () -> retries.of(RetryMode.STANDARD));
  }

  private VirtualTime time() {
    return cloud.time();
  }
}
