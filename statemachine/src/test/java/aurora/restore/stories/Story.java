package aurora.restore.stories;

import static aurora.restore.stories.RunbookInput.SOURCE;
import static aurora.restore.stories.RunbookInput.TARGET;

import aurora.restore.operation.Ownership;
import aurora.restore.simulation.rds.DurationModel;
import aurora.restore.simulation.rds.RdsKind;
import aurora.restore.simulation.rds.RegionSetUp;
import aurora.restore.simulation.rds.Resource;
import aurora.restore.simulation.sns.PublishedMessage;
import aurora.restore.world.Run;
import aurora.restore.world.World;
import aurora.restore.world.WorldDescription;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * A world, what is asked of AWS in it, and what was there before the first restore began: so that
 * each story can end by telling what was made.
 */
public class Story implements AutoCloseable {
  /** The name of the only execution of most stories, and so the id of its operation. */
  public static final String DRILL = "drill-1";

  private final World world;
  private final Calls calls;
  private List<Resource> before;
  private boolean started;

  protected Story(
      WorldDescription description,
      JsonNode input,
      long seed,
      DurationModel durations,
      Calls calls) {
    this.world = new World(description, World.home(input), seed, durations);
    world.callFaults().add(calls);
    this.calls = calls;
    this.before = world.resources();
  }

  /** Everything that the input names is there. */
  protected Story(JsonNode input) {
    this(World.describedBy(input), input, 1, DurationModel.steady(), new Calls());
  }

  /** Everything that the input names is there. */
  static Story of(RunbookInput input) {
    return of(input, 1);
  }

  static Story of(RunbookInput input, long seed) {
    return of(World.describedBy(input.json()), input, seed);
  }

  private static Story of(WorldDescription description, RunbookInput input, long seed) {
    return new Story(description, input.json(), seed, DurationModel.steady(), new Calls());
  }

  /** The input's network, keys and parameter groups are there, but no cluster and no snapshot. */
  static Story withoutSource(RunbookInput input) {
    var all = World.describedBy(input.json());
    return of(
        new WorldDescription(
            all.account(),
            all.startsAt(),
            List.of(),
            List.of(),
            all.keys(),
            all.vpcs(),
            all.parameterGroups(),
            all.missing()),
        input,
        1);
  }

  public World world() {
    return world;
  }

  /** RDS of the source region, to set up and to disturb. */
  public RegionSetUp source() {
    return world.rds(SOURCE);
  }

  public RegionSetUp target() {
    return world.rds(TARGET);
  }

  public Calls calls() {
    return calls;
  }

  /** Runs a restore to its end. */
  Run restore(RunbookInput input) {
    return restore(DRILL, input);
  }

  Run restore(String name, RunbookInput input) {
    return world.run(start(name, input));
  }

  /** Starts a restore; the story steps the world. */
  Run start(String name, RunbookInput input) {
    if (!started) {
      before = world.resources();
      started = true;
    }
    return world.start(name, input.json());
  }

  /** Runs a restore to its end, and looks around after everything that happens. */
  Run restore(RunbookInput input, Consumer<Run> look) {
    var run = start(DRILL, input);
    stepWhile(run, () -> true, look);
    return run;
  }

  /** Lets things happen while a condition holds and the execution runs. */
  void stepWhile(Run run, BooleanSupplier condition, Consumer<Run> look) {
    while (run.execution().status() == ExecutionStatus.RUNNING
        && condition.getAsBoolean()
        && world.runNext()) {
      look.accept(run);
    }
  }

  /** The snapshots of a region that show a status. */
  long snapshots(String region, String status) {
    return world.resources().stream()
        .filter(it -> it.kind() == RdsKind.CLUSTER_SNAPSHOT)
        .filter(it -> it.region().equals(region) && it.status().equals(status))
        .count();
  }

  /** What exists now and didn't before. */
  public List<Resource> made() {
    var existing = before.stream().map(Resource::arn).collect(Collectors.toSet());
    return world.resources().stream().filter(it -> !existing.contains(it.arn())).toList();
  }

  /** The names of what was made, of one kind. */
  List<String> made(RdsKind kind) {
    return made().stream().filter(it -> it.kind() == kind).map(Resource::identifier).toList();
  }

  /** What was there before the first restore, as it was then. */
  protected List<Resource> before() {
    return before;
  }

  /** What was there before and isn't as it was. */
  public List<Resource> touched() {
    var touched = new ArrayList<>(before);
    touched.removeAll(world.resources());
    return touched;
  }

  static boolean isOurs(Resource resource, String operationId) {
    return Objects.equals(resource.tags().get(Ownership.TAG), operationId);
  }

  /** The messages about one operation, oldest first. */
  List<PublishedMessage> mail(Run run) {
    return world.mail().stream()
        .filter(mail -> run.operationId().equals(mail.attributes().get("operation_id")))
        .toList();
  }

  /** The restored cluster as the console shows it. */
  DBCluster cluster(Run run) {
    var arn = run.output().get("cluster_arn").asText();
    return console(run)
        .describeDBClusters(
            query -> query.dbClusterIdentifier(arn.substring(arn.lastIndexOf(':') + 1)))
        .dbClusters()
        .getFirst();
  }

  /** The copy as the console shows it. */
  DBClusterSnapshot copy(Run run) {
    return console(run)
        .describeDBClusterSnapshots(
            query ->
                query.dbClusterSnapshotIdentifier(run.output().get("copied_snapshot").asText()))
        .dbClusterSnapshots()
        .getFirst();
  }

  /** An instance as the console shows it. */
  DBInstance instance(Run run, String id) {
    return console(run)
        .describeDBInstances(query -> query.dbInstanceIdentifier(id))
        .dbInstances()
        .getFirst();
  }

  private RdsClient console(Run run) {
    return world.console().rds(run.execution().input().path("target_region").asText(TARGET));
  }

  @Override
  public void close() {
    world.close();
  }
}
