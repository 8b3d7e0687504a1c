package aurora.restore.engine;

import aurora.restore.asl.AslException;
import aurora.restore.asl.Placeholders;
import aurora.restore.asl.StateMachine;
import aurora.restore.time.VirtualTime;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/**
 * Step Functions for one account and region, in virtual time. Nothing happens until whoever drives
 * the world runs the events of {@link VirtualTime}. A machine's time limit stays among those events
 * after its execution has ended, so drive until an execution is closed, not until no event is left.
 */
public final class Engine {
  /** Step Functions API Reference, StartExecution, parameter {@code name}. */
  private static final Pattern EXECUTION_NAME =
      Pattern.compile("[^\\s<>{}\\[\\]?*\"#%\\\\^|~`$&,;:/\\p{Cntrl}]{1,80}");

  /**
   * A machine as it was deployed last.
   *
   * @param definition with every placeholder replaced
   */
  public record Deployed(
      String name, String arn, Instant at, String definition, StateMachine machine) {}

  private final VirtualTime time;
  private final String account;
  private final String region;
  private final RandomGenerator random;
  private final ExecutionProcess.Surroundings surroundings;
  private final Map<String, Deployed> machines = new TreeMap<>();
  private final Map<String, ExecutionProcess> processes = new LinkedHashMap<>();
  private final List<Listener> listeners = new ArrayList<>();

  /**
   * @param random the only source of chance: jitter and minted names
   * @param account twelve digits
   * @param tasks runs what {@code lambda:invoke} names
   */
  public Engine(
      VirtualTime time, RandomGenerator random, String account, String region, TaskRunner tasks) {
    this.time = time;
    this.account = account;
    this.region = region;
    this.random = random;
    this.surroundings =
        new ExecutionProcess.Surroundings(
            time,
            random,
            region,
            new JsonataEvaluator(),
            new Connectors(tasks, this::start),
            this::statusChanged);
  }

  /**
   * Creates or replaces a state machine. Executions that have begun keep their definition.
   *
   * @throws AslException where the definition can't be read, a placeholder and its value don't
   *     meet, or Step Functions or this engine would refuse the machine; it names all that is wrong
   */
  public void deploy(String machineName, String definition, Map<String, String> substitutions) {
    var text = Placeholders.substitute(definition, substitutions);
    var machine = Definitions.read(machineName, text);
    machines.put(
        machineName,
        new Deployed(machineName, machineArn(machineName), time.instant(), text, machine));
  }

  /** The ARN that a machine of this name has, or would have. */
  public String machineArn(String machineName) {
    return "arn:aws:states:" + region + ":" + account + ":stateMachine:" + machineName;
  }

  /**
   * Starts an execution; its first state is entered when the events of the present instant are run.
   * The same name and input again, while it runs, answers the same execution.
   *
   * @param machineName a deployed machine's name or ARN
   * @param executionName null: one is minted
   * @throws StartRefused as StartExecution would be
   */
  public Execution start(String machineName, String executionName, JsonNode input) {
    var deployed = machines.get(machineName.startsWith("arn:") ? byArn(machineName) : machineName);
    if (deployed == null) {
      throw new StartRefused(
          "StateMachineDoesNotExist", "State Machine Does Not Exist: '" + machineName + "'");
    }
    if (executionName == null) {
      return start(machineName, uuid(), input);
    }
    if (!EXECUTION_NAME.matcher(executionName).matches()) {
      throw new StartRefused("InvalidName", "Invalid Name: '" + executionName + "'");
    }
    if (Payload.bytes(input) > Payload.MOST_BYTES) {
      throw new StartRefused(
          "InvalidExecutionInput", "the input is larger than " + Payload.MOST_BYTES + " bytes");
    }
    var arn =
        "arn:aws:states:"
            + String.join(":", region, account, "execution", deployed.name(), executionName);
    var existing = processes.get(arn);
    if (existing != null) {
      return sameOrRefused(existing.execution(), input);
    }
    var execution =
        new Execution(
            arn,
            executionName,
            deployed.arn(),
            Payload.copied(input),
            time.instant(),
            self -> new History(time, event -> recorded(self, event)));
    var process =
        new ExecutionProcess(surroundings, deployed.name(), deployed.machine(), execution);
    processes.put(arn, process);
    process.begin();
    return execution;
  }

  private static Execution sameOrRefused(Execution existing, JsonNode input) {
    if (existing.isRunning() && existing.input().equals(Payload.copied(input))) {
      return existing;
    }
    throw new StartRefused(
        "ExecutionAlreadyExists", "Execution Already Exists: '" + existing.arn() + "'");
  }

  /** The deployed machines, by name. */
  public List<Deployed> machines() {
    return List.copyOf(machines.values());
  }

  /** Whether a machine has this ARN. */
  public boolean isDeployed(String machineArn) {
    return machines.values().stream().anyMatch(deployed -> deployed.arn().equals(machineArn));
  }

  private String byArn(String arn) {
    return machines.values().stream()
        .filter(deployed -> deployed.arn().equals(arn))
        .map(Deployed::name)
        .findFirst()
        .orElse(arn);
  }

  /**
   * Has an unsuccessful execution go on at the state it ended in.
   *
   * @throws RedriveRefused as RedriveExecution would be: ExecutionNotRedrivable
   * @throws ExecutionDoesNotExist where there is none
   */
  public Execution redrive(String executionArn) {
    var process = process(executionArn);
    process.redrive();
    return process.execution();
  }

  /**
   * Aborts an execution; one that is closed stays as it is.
   *
   * @param error may be null
   * @param cause may be null
   * @throws ExecutionDoesNotExist where there is none
   */
  public void stop(String executionArn, String error, String cause) {
    process(executionArn).stop(error, cause);
  }

  private ExecutionProcess process(String executionArn) {
    var process = processes.get(executionArn);
    if (process == null) {
      throw new ExecutionDoesNotExist(executionArn);
    }
    return process;
  }

  public Optional<Execution> execution(String arn) {
    return Optional.ofNullable(processes.get(arn)).map(ExecutionProcess::execution);
  }

  /** All executions, in the order in which they were started. */
  public Collection<Execution> executions() {
    return processes.values().stream().map(ExecutionProcess::execution).toList();
  }

  public void listen(Listener listener) {
    listeners.add(listener);
  }

  private void statusChanged(Execution execution) {
    var change = StatusChange.of(uuid(), time.instant(), execution);
    List.copyOf(listeners).forEach(listener -> listener.onStatusChange(change));
  }

  private void recorded(Execution execution, HistoryEvent event) {
    List.copyOf(listeners).forEach(listener -> listener.onEvent(execution, event));
  }

  private String uuid() {
    var most = (random.nextLong() & ~0xF000L) | 0x4000L;
    var least = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(most, least).toString();
  }
}
