package aurora.restore.benchmark;

import aurora.restore.engine.TaskRunner;
import aurora.restore.engine.TaskRunner.Outcome;
import aurora.restore.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;

/** Ways to choose the pause before the next look, to hold the deployed one against. */
enum Pausing {
  DEPLOYED("as deployed") {
    @Override
    long seconds(World world, JsonNode step, long deployed) {
      return deployed;
    }
  },
  DEPLOYED_AGAIN("as deployed, of a cluster that was restored before") {
    @Override
    long seconds(World world, JsonNode step, long deployed) {
      return deployed;
    }

    @Override
    boolean followsAnother() {
      return true;
    }
  },
  TWENTIETH("a twentieth of the time waited, 30 to 300 s") {
    @Override
    long seconds(World world, JsonNode step, long deployed) {
      var since = Instant.parse(step.get("since").asText());
      return Math.clamp(Duration.between(since, world.now()).toSeconds() / 20, 30, 300);
    }
  },
  HALF_A_MINUTE("always 30 s") {
    @Override
    long seconds(World world, JsonNode step, long deployed) {
      return 30;
    }
  },
  MINUTE("always 60 s") {
    @Override
    long seconds(World world, JsonNode step, long deployed) {
      return 60;
    }
  },
  ORACLE("an oracle that knows the second") {
    @Override
    long seconds(World world, JsonNode step, long deployed) {
      var now = world.now();
      return world.readyAt().map(ready -> Duration.between(now, ready).toSeconds() + 1).orElse(1L);
    }
  };

  private static final String PAUSE = "pause_seconds";

  final String inWords;

  Pausing(String inWords) {
    this.inWords = inWords;
  }

  /**
   * @param step what the function was handed that has looked
   * @param deployed how long the function itself advises to pause
   */
  abstract long seconds(World world, JsonNode step, long deployed);

  /** Whether the restore that is measured follows another one of the same cluster. */
  boolean followsAnother() {
    return false;
  }

  /** Runs functions as {@code deployed} does, and answers with other pauses. */
  TaskRunner in(World world, TaskRunner deployed) {
    return (function, payload) -> {
      var outcome = deployed.run(function, payload);
      if (outcome instanceof Outcome.Answered(ObjectNode answer)
          && (answer.has("look") ? answer.get("look") : answer) instanceof ObjectNode look
          && look.path(PAUSE).asLong() > 0) {
        look.put(PAUSE, seconds(world, payload, look.get(PAUSE).asLong()));
      }
      return outcome;
    };
  }
}
