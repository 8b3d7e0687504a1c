package aurora.restore.rehearsal;

import aurora.restore.engine.Execution;
import aurora.restore.engine.Listener;
import aurora.restore.engine.StartRefused;
import aurora.restore.simulation.Faults;
import aurora.restore.world.World;
import aurora.restore.world.WorldDescription;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** One input in one world under one seed: runs the same each time. */
final class Rehearsal {
  private final JsonNode input;
  private final WorldDescription description;
  private final long seed;

  Rehearsal(JsonNode input, WorldDescription description, long seed) {
    this.input = input;
    this.description = description;
    this.seed = seed;
  }

  /** How long it takes by the simulated clock: found out by running it. */
  Duration simulatedLength() {
    return run(Pace.UNPACED, View.NONE).length();
  }

  Outcome run(Pace pace, View view) {
    try (var world = new World(description, World.home(input), seed, Faults.NONE)) {
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
      var run = world.start("rehearsal-" + seed, input);
      int seen = 0;
      while (world.isAnythingGoingOn()) {
        pace.leap(Duration.between(world.now(), world.nextDue()));
        world.runNext();
        for (; seen < world.mail().size(); seen++) {
          view.mail(world.mail().get(seen));
        }
      }
      view.end();
      return Outcome.of(run);
    } catch (StartRefused e) {
      throw new Refused(e.getMessage());
    }
  }
}
