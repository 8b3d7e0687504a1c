package aurora.restore.rehearsal;

import aurora.restore.edge.Json;
import aurora.restore.engine.Execution;
import aurora.restore.engine.Listener;
import aurora.restore.engine.RedriveRefused;
import aurora.restore.engine.StartRefused;
import aurora.restore.fault.FaultOrder;
import aurora.restore.fault.LooseFault;
import aurora.restore.operator.Steps;
import aurora.restore.simulation.rdsdata.DataRefused;
import aurora.restore.simulation.rdsdata.PostgresData;
import aurora.restore.simulation.rdsdata.SampleData;
import aurora.restore.world.Run;
import aurora.restore.world.World;
import aurora.restore.world.WorldDescription;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** One input in one world under one seed: runs the same each time. */
final class Rehearsal {
  private static final String CHECKS = "verification";

  private final JsonNode input;
  private final WorldDescription description;
  private final long seed;
  private final List<FaultOrder> orders;
  private final boolean redrives;
  private final Sequel sequel;
  private final String data;

  /**
   * @param orders what goes wrong
   * @param redrives whether an execution that ends badly is redriven once, after mending
   * @param sequel what follows
   * @param data the statements that make what snapshots hold; null: a sample
   */
  Rehearsal(
      JsonNode input,
      WorldDescription description,
      long seed,
      List<FaultOrder> orders,
      boolean redrives,
      Sequel sequel,
      String data) {
    this.input = input;
    this.description = description;
    this.seed = seed;
    this.orders = List.copyOf(orders);
    this.redrives = redrives;
    this.sequel = sequel;
    this.data = data;
  }

  /** Tells of a rehearsal's end while its world is still there. */
  @FunctionalInterface
  interface Telling<T> {
    /**
     * @param cleanUp what became of the clean-up; null where there was none
     */
    T of(Run run, List<LooseFault> faults, CleanUpOutcome cleanUp);
  }

  /**
   * @throws Refused where no execution could be started
   */
  Outcome run(Pace pace, View view) {
    return run(pace, view, Outcome::of);
  }

  <T> T run(Pace pace, View view, Telling<T> telling) {
    try (var world = new World(description, World.home(input), seed)) {
      if (input.has(CHECKS)) {
        var name = input.at("/" + CHECKS + "/database").asText();
        var script = data == null ? SampleData.script(world.newestData()) : data;
        world.dataApi().holding(new PostgresData(data == null ? SampleData.NAME : name, script));
      }
      var steps = new HashMap<String, Steps>();
      world.listen(
          new Listener() {
            @Override
            public void onEvent(Execution execution, HistoryEvent event) {
              steps
                  .computeIfAbsent(execution.arn(), arn -> new Steps())
                  .after(event)
                  .ifPresent(step -> view.step(event.timestamp(), step));
            }
          });
      var faults = orders.stream().map(order -> order.in(world, input)).toList();
      var before = world.resources();
      if (sequel == Sequel.DAY) {
        return new DrillDay(world, input, before).pass(pace, view, faults, telling);
      }
      var run = world.start("rehearsal-" + seed, input);
      follow(world, pace, view);
      if (redrives && run.execution().status() != ExecutionStatus.SUCCEEDED) {
        faults.forEach(LooseFault::mend);
        view.redriven(world.now(), orders.stream().map(FaultOrder::toString).toList());
        world.redrive(run);
        follow(world, pace, view);
      }
      CleanUpOutcome cleanUp = null;
      if (sequel == Sequel.CLEAN_UP) {
        view.note(world.now(), "CLEAN-UP");
        var cleanUpRun = world.startCleanUp("clean-up-" + seed, cleanUpOf(run.operationId()));
        follow(world, pace, view);
        cleanUp = CleanUpOutcome.of(cleanUpRun, before);
      }
      view.end();
      return telling.of(run, faults, cleanUp);
    } catch (StartRefused | RedriveRefused | DataRefused e) {
      throw new Refused(e.getMessage());
    }
  }

  private static JsonNode cleanUpOf(String operationId) {
    return Json.MAPPER.createObjectNode().put("operation_id", operationId);
  }

  /** Until nothing goes on any more, reports of failures included. */
  private static void follow(World world, Pace pace, View view) {
    follow(world, pace, view, world::isAnythingGoingOn);
  }

  /** While a condition holds. */
  static void follow(World world, Pace pace, View view, BooleanSupplier going) {
    int seen = world.mail().size();
    while (going.getAsBoolean()) {
      pace.leap(Duration.between(world.now(), world.nextDue()));
      world.runNext();
      for (; seen < world.mail().size(); seen++) {
        view.mail(world.mail().get(seen));
      }
    }
  }
}
