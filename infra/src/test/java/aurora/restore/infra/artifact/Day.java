package aurora.restore.infra.artifact;

import aurora.restore.edge.Json;
import aurora.restore.simulation.rdsdata.SampleData;
import aurora.restore.world.RuleEvent;
import aurora.restore.world.Run;
import aurora.restore.world.World;
import aurora.restore.world.WorldDescription;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.TaskFailedEventDetails;

/**
 * A day on which every function has something to do: in the morning a drill with a password of its
 * own that is checked by SQL, and a restore that is refused and reported; in the evening the
 * drill's expiry, and a clean-up that purges its records. What is told of it depends on no clock:
 * how executions ended, what was recorded, what was there.
 */
final class Day {
  private static final String DRILL = "drill-1";
  private static final Duration EXPIRES_AFTER = Duration.ofHours(8);

  private final World world;
  private final List<String> told = new ArrayList<>();

  private Day(World world) {
    this.world = world;
  }

  /** The six keys of the runbook, and what brings the rarer functions into it. */
  static ObjectNode input() {
    var input = Json.MAPPER.createObjectNode();
    input.put("snapshot_id", "orders-2026-11-22");
    input.put("source_region", "us-east-1");
    input.put("target_region", "us-west-2");
    input.put("vpc_id", "vpc-0a1b2c3d4e5f60718");
    input.putArray("subnet_ids").add("subnet-01a").add("subnet-01b").add("subnet-01c");
    input.putArray("security_group_ids").add("sg-0a1b2c3d4e5f60718");
    input.put("manage_master_password", true);
    input.put("expires_after_hours", EXPIRES_AFTER.toHours());
    var verification = input.putObject("verification");
    verification.put("database", SampleData.NAME).put("secret", "managed");
    verification
        .putArray("checks")
        .addObject()
        .put("name", "orders are there")
        .put("sql", "select count(*) from orders")
        .put("at_least", 1000);
    return input;
  }

  /**
   * A world in which all that is there, shortly before functions do the morning's work by a clock
   * that stands at {@code now}: the world's time runs ahead of it, so that no deadline passes.
   */
  static World morning(Instant now) {
    return worldFrom(now);
  }

  /**
   * A world whose drill was restored by functions in this JVM and has just expired, an hour before
   * {@code now}: a clean-up waits until what the restore has made last is to be seen.
   */
  static World evening(Instant now) {
    var world = worldFrom(now.minus(EXPIRES_AFTER).minus(Duration.ofHours(1)));
    world.restore(DRILL, input());
    world.runUntil(now.minus(Duration.ofHours(1)));
    return world;
  }

  private static World worldFrom(Instant start) {
    var derived = World.describedBy(input());
    var description =
        new WorldDescription(
            derived.account(),
            start,
            derived.clusters(),
            derived.snapshots(),
            derived.keys(),
            derived.vpcs(),
            derived.parameterGroups(),
            derived.missing());
    return new World(description, World.home(input()), 1);
  }

  /** What EventBridge hands a rule's target now; its times are whole seconds. */
  static JsonNode scheduled(World world) {
    var now = world.now().truncatedTo(ChronoUnit.SECONDS);
    return new RuleEvent(world.account(), world.settings().region(), "reaper", now).json();
  }

  /** The drill, and the refusal. */
  static List<String> work(World world) {
    var day = new Day(world);
    day.tell(world.restore(DRILL, input()));
    var incomplete = input();
    incomplete.remove("vpc_id");
    day.tell(world.restore("refused-1", incomplete));
    return day.told;
  }

  /**
   * The clean-up.
   *
   * @param reaper calls the function that sees to what has expired
   */
  static List<String> cleanUp(World world, Runnable reaper) {
    var day = new Day(world);
    reaper.run();
    world.engine().executions().stream()
        .map(started -> new Run(started, world))
        .forEach(started -> day.tell(world.run(started)));
    var purge =
        Json.MAPPER.createObjectNode().put("operation_id", DRILL).put("purge_records", true);
    day.tell(world.cleanUp("purge-1", purge));
    return day.told;
  }

  private void tell(Run run) {
    told.add(run.execution().name() + " ended " + run.execution().status());
    told.add("error: " + run.execution().error() + ": " + run.errorMessage());
    told.add("failed by: " + failures(run));
    told.add("recorded: " + run.milestones());
    told.add(
        "there: "
            + world.resources().stream().map(it -> it.kind() + " " + it.identifier()).toList());
    told.add(
        "mails: " + world.mail().stream().map(mail -> mail.attributes().get("event")).toList());
  }

  /** What functions of an execution failed by, whether or not they were tried again. */
  private static List<String> failures(Run run) {
    return run.execution().history().stream()
        .map(HistoryEvent::taskFailedEventDetails)
        .filter(Objects::nonNull)
        .map(TaskFailedEventDetails::error)
        .toList();
  }
}
