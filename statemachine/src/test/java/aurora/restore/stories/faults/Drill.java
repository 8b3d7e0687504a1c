package aurora.restore.stories.faults;

import aurora.restore.fault.FaultOrder;
import aurora.restore.fault.LooseFault;
import aurora.restore.operation.Ownership;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Faults;
import aurora.restore.simulation.rds.DurationModel;
import aurora.restore.simulation.rds.Resource;
import aurora.restore.simulation.sns.PublishedMessage;
import aurora.restore.world.Run;
import aurora.restore.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkPojo;

/** A world with faults let loose in it, what was there before, and the calls that took effect. */
final class Drill implements AutoCloseable {
  static final String NAME = "drill-1";

  /** What the calls of a restore make. */
  private static final Set<String> MAKING =
      Set.of(
          "CopyDBClusterSnapshot",
          "CreateDBSubnetGroup",
          "RestoreDBClusterFromSnapshot",
          "CreateDBInstance");

  private final JsonNode input;
  private final World world;
  private final List<LooseFault> faults;
  private final List<Resource> before;
  private final List<String> effects = new ArrayList<>();

  private Drill(JsonNode input, long seed, DurationModel durations, List<String> faults) {
    this.input = input;
    this.world =
        new World(World.describedBy(input), World.home(input), seed, Faults.NONE, durations);
    this.before = world.resources();
    // The first to be asked, so that it also sees what takes effect and whose answer is lost.
    world.callFaults().add(new Effects());
    this.faults = faults.stream().map(it -> FaultOrder.read(it).in(world, input)).toList();
  }

  static Drill of(JsonNode input, String... faults) {
    return of(input, 1, List.of(faults));
  }

  static Drill of(JsonNode input, long seed, List<String> faults) {
    return new Drill(input, seed, DurationModel.steady(), faults);
  }

  /** Things take as long, and end as badly, as they do in life. */
  static Drill withTails(JsonNode input, long seed, List<String> faults) {
    return new Drill(input, seed, DurationModel.withTails(), faults);
  }

  /** Whether a fault was let loose here and isn't mended. */
  boolean has(String fault) {
    return faults.stream()
        .anyMatch(it -> it.order().fault().name().equals(fault) && !it.isMended());
  }

  Run restore() {
    return world.restore(NAME, input);
  }

  /** Mends the faults and redrives. */
  Run redrive(Run run) {
    faults.forEach(LooseFault::mend);
    return world.run(world.redrive(run));
  }

  World world() {
    return world;
  }

  List<LooseFault> faults() {
    return faults;
  }

  /** The making calls that took effect, in their order. */
  List<String> effects() {
    return List.copyOf(effects);
  }

  /** What exists now, didn't before, and carries the tag of an operation. */
  List<Resource> made() {
    var existing = new HashSet<>(before.stream().map(Resource::arn).toList());
    return world.resources().stream()
        .filter(it -> !existing.contains(it.arn()))
        .filter(it -> it.tags().containsKey(Ownership.TAG))
        .toList();
  }

  /** What exists now, didn't before, and carries none. */
  List<Resource> untagged() {
    var existing = new HashSet<>(before.stream().map(Resource::arn).toList());
    return world.resources().stream()
        .filter(it -> !existing.contains(it.arn()))
        .filter(it -> !it.tags().containsKey(Ownership.TAG))
        .toList();
  }

  /** What was there before and isn't as it was. */
  List<Resource> touched() {
    var touched = new ArrayList<>(before);
    touched.removeAll(world.resources());
    return touched;
  }

  Stream<PublishedMessage> mail(String event) {
    return world.mail().stream().filter(it -> event.equals(it.attributes().get("event")));
  }

  static Duration length(Run run) {
    return Duration.between(run.execution().startDate(), run.execution().stopDate());
  }

  @Override
  public void close() {
    world.close();
  }

  /** Notes what took effect. */
  private final class Effects implements Faults {
    @Override
    public void before(Caller caller, String service, String operation, SdkPojo request) {
      // Not everything that is asked takes effect.
    }

    @Override
    public void after(Caller caller, String service, String operation, SdkPojo request) {
      if (MAKING.contains(operation)) {
        effects.add(operation);
      }
    }
  }
}
