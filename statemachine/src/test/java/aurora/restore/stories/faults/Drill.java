package aurora.restore.stories.faults;

import aurora.restore.fault.FaultOrder;
import aurora.restore.fault.LooseFault;
import aurora.restore.operation.Ownership;
import aurora.restore.simulation.rds.DurationModel;
import aurora.restore.simulation.rds.Resource;
import aurora.restore.simulation.sns.PublishedMessage;
import aurora.restore.stories.Calls;
import aurora.restore.stories.Story;
import aurora.restore.world.Run;
import aurora.restore.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A story with faults let loose in it. */
final class Drill extends Story {
  /** What the calls of a restore make. */
  private static final Set<String> MAKING =
      Set.of(
          "CopyDBClusterSnapshot",
          "CreateDBSubnetGroup",
          "RestoreDBClusterFromSnapshot",
          "CreateDBInstance");

  private final JsonNode input;
  private final List<LooseFault> faults;

  private Drill(JsonNode input, long seed, DurationModel durations, List<String> faults) {
    // Calls are asked first, so that they also see what takes effect and whose answer is lost.
    super(World.describedBy(input), input, seed, durations, new Calls());
    this.input = input;
    this.faults = faults.stream().map(it -> FaultOrder.read(it).in(world(), input)).toList();
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
    return world().restore(DRILL, input);
  }

  /** Mends the faults and redrives. */
  Run redrive(Run run) {
    faults.forEach(LooseFault::mend);
    return world().run(world().redrive(run));
  }

  List<LooseFault> faults() {
    return faults;
  }

  /** The making calls that took effect, in their order. */
  List<String> effects() {
    return calls().effects(MAKING::contains);
  }

  /** What was made and carries the tag of an operation. */
  List<Resource> tagged() {
    return made().stream().filter(it -> it.tags().containsKey(Ownership.TAG)).toList();
  }

  /** What was made and carries none. */
  List<Resource> untagged() {
    return made().stream().filter(it -> !it.tags().containsKey(Ownership.TAG)).toList();
  }

  Stream<PublishedMessage> mail(String event) {
    return world().mail().stream().filter(it -> event.equals(it.attributes().get("event")));
  }

  static Duration length(Run run) {
    return Duration.between(run.execution().startDate(), run.execution().stopDate());
  }
}
