package aurora.restore.trial.act;

import aurora.restore.edge.Json;
import aurora.restore.engine.RedriveRefused;
import aurora.restore.engine.StartRefused;
import aurora.restore.machine.Machine;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What people and schedules start and stop. */
public sealed interface Order extends Act {
  /**
   * A restore of the input with some keys changed.
   *
   * @param name the execution's
   */
  record Restore(String name, ObjectNode changes) implements Order {
    @Override
    public void happen(Scene scene) {
      ObjectNode input = scene.input().deepCopy();
      if (!name.equals(Scene.FIRST)) {
        input.put("operation_id", scene.operation());
      }
      input.setAll(changes);
      try {
        scene.world().start(name, input);
        scene.note(kind());
      } catch (StartRefused e) {
        // its name is taken already: whoever asks is told so, and nothing starts
      }
    }

    @Override
    public String kind() {
      if (name.equals(Scene.FIRST)) {
        return "restore";
      }
      if (changes.has("operation_id")) {
        return "restore of another operation";
      }
      return changes.isEmpty() ? "restore again" : "restore again with another input";
    }
  }

  /** A schedule's rule fires, and fires again: two executions of one operation at one instant. */
  record RuleFiresTwice(String name) implements Order {
    @Override
    public void happen(Scene scene) {
      new Restore(name + "-a", Json.MAPPER.createObjectNode()).happen(scene);
      new Restore(name + "-b", Json.MAPPER.createObjectNode()).happen(scene);
      scene.note(kind());
    }
  }

  /** The machine's latest execution is redriven, where it ended badly. */
  record Redrive(Machine machine) implements Order {
    @Override
    public void happen(Scene scene) {
      scene
          .latest(machine)
          .ifPresent(
              execution -> {
                try {
                  scene.world().engine().redrive(execution.arn());
                  scene.note(kind());
                } catch (RedriveRefused e) {
                  // it runs or ended well: whoever asks is told so
                }
              });
    }

    @Override
    public String kind() {
      return "redrive of " + machine.id();
    }
  }

  /**
   * A clean-up of the first operation.
   *
   * @param name the execution's
   * @param keys of its input beside the operation
   */
  record CleanUp(String name, ObjectNode keys) implements Order {
    @Override
    public void happen(Scene scene) {
      ObjectNode input = keys.deepCopy();
      input.put("operation_id", scene.operation());
      try {
        scene.world().startCleanUp(name, input);
        scene.note(kind());
      } catch (StartRefused e) {
        // its name is taken already
      }
    }

    @Override
    public String kind() {
      return "clean up";
    }
  }

  /** Two clean-ups of the same at one instant. */
  record CleanUpTwice(String name) implements Order {
    @Override
    public void happen(Scene scene) {
      new CleanUp(name + "-a", Json.MAPPER.createObjectNode()).happen(scene);
      new CleanUp(name + "-b", Json.MAPPER.createObjectNode()).happen(scene);
      scene.note(kind());
    }
  }

  /** Somebody stops the machine's latest execution that runs. */
  record Abort(Machine machine) implements Order {
    @Override
    public void happen(Scene scene) {
      scene
          .running(machine)
          .ifPresent(
              execution -> {
                scene.world().engine().stop(execution.arn(), "Operator.Stopped", "by hand");
                scene.note(kind());
              });
    }

    @Override
    public String kind() {
      return "abort of " + machine.id();
    }
  }
}
