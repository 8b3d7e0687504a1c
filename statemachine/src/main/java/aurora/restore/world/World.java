package aurora.restore.world;

import aurora.restore.cleanup.ReaperReport;
import aurora.restore.edge.Aws;
import aurora.restore.edge.Json;
import aurora.restore.edge.MachineArns;
import aurora.restore.edge.Settings;
import aurora.restore.engine.Engine;
import aurora.restore.engine.Listener;
import aurora.restore.engine.TaskRunner;
import aurora.restore.error.InvalidRequest;
import aurora.restore.machine.Machine;
import aurora.restore.machine.ScheduledFunction;
import aurora.restore.plan.Regions;
import aurora.restore.plan.RestoreRequest;
import aurora.restore.simulation.Service;
import aurora.restore.simulation.dynamodb.SimulatedDynamoDb;
import aurora.restore.simulation.ec2.SimulatedEc2;
import aurora.restore.simulation.kms.SimulatedKms;
import aurora.restore.simulation.rds.DurationModel;
import aurora.restore.simulation.rds.RegionSetUp;
import aurora.restore.simulation.rds.Resource;
import aurora.restore.simulation.rdsdata.SimulatedDataApi;
import aurora.restore.simulation.s3.SimulatedS3;
import aurora.restore.simulation.sns.PublishedMessage;
import aurora.restore.simulation.sns.SimulatedSns;
import aurora.restore.simulation.wire.OpenWire;
import aurora.restore.simulation.wire.VirtualRetries;
import aurora.restore.simulation.wire.Wire;
import aurora.restore.time.VirtualTime;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * A world of its own: regions, keys, networks, tables and a topic, with the pipeline deployed in
 * one of them. One seed gives one history.
 */
public final class World implements AutoCloseable {
  /** What the tables are called in every world. */
  public static final String STATE_TABLE = "aurora-restore-state";

  public static final String AUDIT_TABLE = "aurora-restore-audit";

  /** The id of the key that signs evidence. */
  public static final String EVIDENCE_KEY = "00000000-0000-4000-8000-00000000e51d";

  /** The name of the bucket that keeps copies of evidence. */
  public static final String EVIDENCE_BUCKET = "aurora-restore-evidence";

  private final String account;
  private final VirtualTime time;
  private final SimulatedServices services;
  private final DurationModel durations;
  private final DeployedTables tables;
  private final EventBus.Delivery delivery = new EventBus.Delivery();
  private final EventBus events;
  private final Settings settings;
  private final DeployedFunctions functions;
  private final Aws console;
  private final CallFaults callFaults = new CallFaults();
  private final InvocationFaults invocationFaults = new InvocationFaults();
  private final Engine engine;

  /**
   * @param home the region that the pipeline is deployed in: as a rule the target region
   */
  public World(WorldDescription description, String home, long seed) {
    this(description, home, seed, DurationModel.steady());
  }

  /**
   * @param durations how long things take and how they end
   */
  public World(WorldDescription description, String home, long seed, DurationModel durations) {
    var random = new SplittableRandom(seed);
    this.account = description.account();
    this.durations = durations;
    this.time = new VirtualTime(description.startsAt(), random.split());
    this.services = new SimulatedServices(time, seed, random, durations, this::engine);
    var deployment = new DeployedSettings(account, home);
    this.settings = deployment.in(services);
    if (Authorization.IN_FORCE.isBound()) {
      callFaults.add(new AuthorizedCalls(this, Authorization.IN_FORCE.get()));
    }
    var regions = new AwsRegions(description);
    callFaults.add(regions);
    var cloud = services.cloud(callFaults, regions::hasHost, random);
    this.tables = new DeployedTables(services.dynamoDb().client(account, home), settings);
    tables.create();
    tables.expire();
    var retries = new VirtualRetries(time, random.split());
    this.functions = new DeployedFunctions(account, cloud, retries, settings, invocationFaults);
    this.console = functions.aws("Console");
    this.engine = new Engine(time, random.split(), account, home, functions);
    for (var machine : Machine.values()) {
      deploy(machine, machine.definition());
    }
    this.events = new EventBus(time, engine, delivery);
    WorldBuilder.of(this, description);
  }

  /** The world in which everything that {@code input} names exists, and nothing goes wrong. */
  public static World of(JsonNode input, long seed) {
    return new World(describedBy(input), home(input), seed);
  }

  /** The description of that world; an empty one where the input isn't well-formed. */
  public static WorldDescription describedBy(JsonNode input) {
    try {
      return Derivation.of(RestoreRequest.read(input, "rehearsal"));
    } catch (InvalidRequest e) {
      return Derivation.empty(); // the execution will refuse the input and say why
    }
  }

  /** Where the pipeline is deployed for an input: in its target region, if there is one. */
  public static String home(JsonNode input) {
    var region = input.path("target_region").asText();
    return Regions.isKnown(region) ? region : Derivation.DEFAULT_HOME;
  }

  /** The regions that AWS has, by the SDK's list. */
  public static List<String> regions() {
    return Regions.known();
  }

  /** Runs a restore to its end. */
  public Run restore(String executionName, JsonNode input) {
    return run(start(executionName, input));
  }

  /** Starts a restore; it goes on with {@link #runNext}. */
  public Run start(String executionName, JsonNode input) {
    return new Run(engine.start(Machine.RESTORE.id(), executionName, input), this);
  }

  /** Runs a clean-up to its end. */
  public Run cleanUp(String executionName, JsonNode input) {
    return run(startCleanUp(executionName, input));
  }

  /** Starts a clean-up; it goes on with {@link #runNext}. */
  public Run startCleanUp(String executionName, JsonNode input) {
    return new Run(engine.start(Machine.CLEAN_UP.id(), executionName, input), this);
  }

  /** Has the reaper's schedule fire once; what it starts goes on with {@link #runNext}. */
  public ReaperReport reap() {
    var machines =
        new MachineArns(
            engine.machineArn(Machine.RESTORE.id()),
            engine.machineArn(Machine.CLEAN_UP.id()),
            engine.machineArn(Machine.REPORT_FAILURE.id()));
    return functions.call(ScheduledFunction.REAPER, now(), machines);
  }

  /** Lets things happen until an instant. */
  public void runUntil(Instant end) {
    time.at(end, () -> {});
    while (now().isBefore(end)) {
      runNext();
    }
  }

  /** Runs an execution to its end, and what follows from it: reports of its failure. */
  public Run run(Run run) {
    while (isAnythingGoingOn() && runNext()) {}
    return run;
  }

  /** Whether any execution runs or is about to be started by an event. */
  public boolean isAnythingGoingOn() {
    return events.isAnythingDue()
        || engine.executions().stream()
            .anyMatch(execution -> execution.status() == ExecutionStatus.RUNNING);
  }

  /**
   * Redrives an execution that ended badly, as an operator does; it goes on with {@link #run} or
   * {@link #runNext}.
   *
   * @throws aurora.restore.engine.RedriveRefused where it can't be redriven
   */
  public Run redrive(Run run) {
    engine.redrive(run.execution().arn());
    return run;
  }

  /** Has {@code action} happen after {@code delay}, as an event of its own. */
  public void after(Duration delay, Runnable action) {
    time.after(delay, action);
  }

  /** Lets what is happening take time, as a function does that hangs. */
  public void spend(Duration duration) {
    time.spend(duration);
  }

  /** Deploys a machine anew with another time limit, for executions that begin from now on. */
  public void limit(Machine machine, Duration length) {
    var definition = Json.MAPPER.createObjectNode();
    try {
      definition.setAll((ObjectNode) Json.MAPPER.readTree(machine.definition()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the definition of " + machine.id() + " is JSON", e);
    }
    definition.put("TimeoutSeconds", length.toSeconds());
    deploy(machine, definition.toString());
  }

  private void deploy(Machine machine, String definition) {
    engine.deploy(machine.id(), definition, DeployedFunctions.substitutions(definition, engine));
  }

  /** What goes wrong with calls, to be changed. */
  public CallFaults callFaults() {
    return callFaults;
  }

  /** What goes wrong with functions, to be changed. */
  public InvocationFaults invocationFaults() {
    return invocationFaults;
  }

  /**
   * From now on, what the state machines call runs elsewhere than in this JVM: in the processes of
   * a runtime, say, whose calls of AWS go over {@link #wire}. The world belongs to one thread, so
   * they are to be answered on the one that waits for the outcome. Faults strike as before.
   *
   * @param elsewhere is handed how functions run in here, and says how they are to run
   */
  public void runFunctions(UnaryOperator<TaskRunner> elsewhere) {
    functions.runIn(elsewhere);
  }

  /** The wire that a function's calls of AWS go over. */
  public Wire wire(String function) {
    return functions.wire(function);
  }

  /** The wire of an operator's calls: beside what functions call, what people do. */
  public OpenWire operatorWire() {
    return new OpenWire(functions.wire("Operator", operatorServices()));
  }

  /** What an operator can call, by service and API operation, e.g. {@code logs:FilterLogEvents}. */
  public Set<String> operatorActions() {
    return Service.actions(operatorServices());
  }

  /** The outputs of the deployment's stack, by their names. */
  public Map<String, String> stackOutputs() {
    return deployment().outputs();
  }

  private OperatorServices deployment() {
    return new OperatorServices(time, account, settings, engine, functions.logs());
  }

  private List<Service> operatorServices() {
    return services.forOperators(deployment().all());
  }

  /** What every function is told by its environment. */
  public Settings settings() {
    return settings;
  }

  /** What functions can call, by service and API operation, e.g. {@code rds:CreateDBInstance}. */
  public Set<String> actions() {
    return Service.actions(services.forFunctions());
  }

  /** How the bus delivers events. */
  public void deliverEventsAfter(Duration... delays) {
    delivery.after(delays);
  }

  /** Describing may miss what is made from now on for up to so long; five seconds at first. */
  public void showResourcesWithin(Duration window) {
    services.rds().consistentWithin(window);
  }

  /** Lets the next thing happen; false where nothing is left to happen. */
  public boolean runNext() {
    return time.runNext();
  }

  /** When the next thing is due; null where nothing is left to happen. */
  public Instant nextDue() {
    return time.nextDue();
  }

  public Instant now() {
    return time.instant();
  }

  public void listen(Listener listener) {
    engine.listen(listener);
  }

  public String account() {
    return account;
  }

  /** Networks, to be changed. */
  public SimulatedEc2 ec2() {
    return services.ec2();
  }

  /** Keys, to be changed. */
  public SimulatedKms kms() {
    return services.kms();
  }

  /** When the newest data was written that snapshots hold, where nobody says otherwise. */
  public Instant newestData() {
    return services.newestData();
  }

  /** What clusters hold, to be changed. */
  public SimulatedDataApi dataApi() {
    return services.dataApi();
  }

  /** Tables, to be changed. */
  public SimulatedDynamoDb dynamoDb() {
    return services.dynamoDb();
  }

  /** Buckets, to be changed. */
  public SimulatedS3 s3() {
    return services.s3();
  }

  /** Topics, to be changed. */
  public SimulatedSns sns() {
    return services.sns();
  }

  /** The topic that operators subscribe to. */
  public String topicArn() {
    return settings.topicArn();
  }

  /**
   * The clients of somebody at the console, e.g. to look at what a restore has brought about. A
   * call takes time and draws from the seed, as a function's does.
   */
  public Aws console() {
    return console;
  }

  /** What our account has in a region, to be changed. */
  public RegionSetUp rds(String region) {
    return rds(account, region);
  }

  public RegionSetUp rds(String owner, String region) {
    return services.rds().in(owner, region);
  }

  /** How long things take and how they end. */
  public DurationModel durations() {
    return durations;
  }

  public Engine engine() {
    return engine;
  }

  /** Everything that exists at this instant, of all accounts and regions. */
  public List<Resource> resources() {
    return services.rds().resources();
  }

  /**
   * When the last of what RDS is at work on becomes available; empty where nothing is under way, or
   * never ends.
   */
  public Optional<Instant> readyAt() {
    return services.rds().readyAt();
  }

  /** The messages that the topic took, oldest first. */
  public List<PublishedMessage> mail() {
    return services.sns().messages();
  }

  /** What the functions wrote into their logs, oldest first. */
  public List<LogEvent> log() {
    return functions.log();
  }

  Optional<JsonNode> state(String operationId) {
    return tables.state(operationId);
  }

  List<JsonNode> audit(String operationId) {
    return tables.audit(operationId);
  }

  /** A world holds nothing but memory: closing it says where a story ends. */
  @Override
  public void close() {
    services.dataApi().close();
  }
}
