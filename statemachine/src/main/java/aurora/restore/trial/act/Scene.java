package aurora.restore.trial.act;

import aurora.restore.engine.Execution;
import aurora.restore.machine.Machine;
import aurora.restore.operation.OperationId;
import aurora.restore.operation.Ownership;
import aurora.restore.simulation.rds.RdsKind;
import aurora.restore.simulation.rds.RegionSetUp;
import aurora.restore.simulation.rds.Resource;
import aurora.restore.world.World;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Where acts act: a world, what the first restore in it is asked for, and what was done so far. */
public final class Scene {
  /** The name of the trial's first execution. */
  public static final String FIRST = "first";

  /**
   * What somebody other than the pipeline did to a resource.
   *
   * @param arn as it was before
   */
  public record Touch(Instant at, String arn, Act by) {}

  private final World world;
  private final ObjectNode input;
  private final boolean steady;
  private final SplittableRandom random;
  private final List<Touch> touches = new ArrayList<>();
  private final List<Runnable> remedies = new ArrayList<>();
  private final Map<String, Integer> happened = new TreeMap<>();
  private final Map<RdsKind, String> lastSeen = new TreeMap<>();
  private Lingering lingering;

  /**
   * @param input of the first restore
   * @param steady whether nothing fails by itself in it
   * @param random decides what acts leave open
   */
  public Scene(World world, ObjectNode input, boolean steady, SplittableRandom random) {
    this.world = world;
    this.steady = steady;
    this.input = input;
    this.random = random;
  }

  public World world() {
    return world;
  }

  public ObjectNode input() {
    return input;
  }

  /** Whether nothing fails by itself: what goes wrong was planned. */
  public boolean isSteady() {
    return steady;
  }

  /** The operation of the first restore. */
  public String operation() {
    return OperationId.of(input, FIRST);
  }

  /** Counts that something of a kind came to pass. */
  void note(String kind) {
    happened.merge(kind, 1, Integer::sum);
  }

  /** How often what came to pass, by its kind. */
  public Map<String, Integer> happened() {
    return happened;
  }

  /** Has something undone when everything is mended. */
  void onMending(Runnable remedy) {
    remedies.add(remedy);
  }

  /** Nothing goes wrong from now on but what was broken for good. */
  public void mend() {
    List.copyOf(remedies).forEach(Runnable::run);
    remedies.clear();
  }

  /** Notes that somebody other than the pipeline changes a resource. */
  void touch(String arn, Act by) {
    touches.add(new Touch(world.now(), arn, by));
  }

  public List<Touch> touches() {
    return List.copyOf(touches);
  }

  /** Whether anybody touched anything since an instant. */
  public boolean isTouchedSince(Instant instant) {
    return touches.stream().anyMatch(touch -> !touch.at().isBefore(instant));
  }

  /** Whether anybody changed whose this is, or whose what it belongs to is. */
  public boolean isRetagged(Resource resource) {
    return touches.stream()
        .filter(touch -> touch.by().changesTags())
        .anyMatch(
            touch ->
                touch.arn().equals(resource.arn())
                    || (resource.kind() != RdsKind.CLUSTER_SNAPSHOT
                        && (touch.arn().contains(":cluster:") || touch.arn().contains(":db:"))));
  }

  /** Whether anybody ever touched this. */
  public boolean isTouched(String arn) {
    return touches.stream().anyMatch(touch -> touch.arn().equals(arn));
  }

  String region() {
    return input.get("target_region").asText();
  }

  /** What our account has in the target region, to be changed. */
  RegionSetUp target() {
    return world.rds(region());
  }

  RdsClient console() {
    return world.console().rds(region());
  }

  Duration seconds(int least, int most) {
    return Duration.ofMillis(random.nextLong(least * 1000L, most * 1000L + 1));
  }

  /**
   * A resource of the operation that isn't being deleted, of several the first or last by name; one
   * that lost its tag to somebody is remembered.
   */
  Optional<Resource> ours(RdsKind kind, boolean last) {
    var all =
        world.resources().stream()
            .filter(it -> it.kind() == kind && it.region().equals(region()))
            .filter(it -> it.account().equals(world.account()))
            .filter(it -> !it.status().equals("deleting"))
            .filter(
                it ->
                    operation().equals(it.tags().get(Ownership.TAG))
                        || it.arn().equals(lastSeen.get(kind)))
            .toList();
    var found = all.isEmpty() ? null : last ? all.getLast() : all.getFirst();
    if (found != null) {
      lastSeen.put(kind, found.arn());
    }
    return Optional.ofNullable(found);
  }

  Optional<Execution> latest(Machine machine) {
    return world.engine().executions().stream()
        .filter(it -> it.machineArn().equals(world.engine().machineArn(machine.id())))
        .reduce((earlier, later) -> later);
  }

  Optional<Execution> running(Machine machine) {
    return world.engine().executions().stream()
        .filter(it -> it.machineArn().equals(world.engine().machineArn(machine.id())))
        .filter(it -> it.status() == ExecutionStatus.RUNNING)
        .reduce((earlier, later) -> later);
  }

  /** What lets functions linger; the trial runs functions through it. */
  public Lingering lingering() {
    if (lingering == null) {
      lingering = new Lingering(this);
    }
    return lingering;
  }
}
