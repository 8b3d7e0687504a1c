package aurora.restore.trial.act;

import aurora.restore.engine.TaskRunner.Outcome.Failed;
import aurora.restore.fault.Answers;
import aurora.restore.fault.LostAnswer;
import aurora.restore.machine.HandlerFunction;
import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.rds.Course;
import aurora.restore.simulation.rds.Quota;
import aurora.restore.world.InvocationFault;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.kms.model.KeyState;

/** What goes wrong by itself. People at the console aren't hit by it. */
public sealed interface Mishap extends Act {
  /** Calls of a service are throttled for so long. */
  record Throttled(String service, int seconds) implements Mishap {
    @Override
    public void happen(Scene scene) {
      new Outage(scene, service, Duration.ofSeconds(seconds), Answers::throttled).begin();
      scene.note(kind());
    }
  }

  /** A service answers nothing but errors of its own for so long: a blink, or for hours. */
  record Down(String service, int seconds) implements Mishap {
    @Override
    public void happen(Scene scene) {
      new Outage(scene, service, Duration.ofSeconds(seconds), Answers::broken).begin();
      scene.note(kind());
    }

    @Override
    public String kind() {
      return service + " down";
    }
  }

  /** The next call takes effect, but its answer and those of the next tries are lost. */
  record AnswerLost(String operation) implements Mishap {
    @Override
    public void happen(Scene scene) {
      scene.onMending(
          new LostAnswer(
                  scene.world(),
                  (caller, _, called) -> called.equals(operation) && Pipeline.calls(caller),
                  () -> {})
              .begin());
      scene.note(kind());
    }
  }

  /** Another transaction is at the same item when the next write comes. */
  record Conflict() implements Mishap {
    @Override
    public void happen(Scene scene) {
      new NextCall(
              scene,
              "UpdateItem",
              new AwsError("TransactionConflictException", 400, "Transaction is ongoing"))
          .begin();
      scene.note(kind());
    }
  }

  /** RDS shows what is made from now on only after a while. */
  record ShownLate(int seconds) implements Mishap {
    @Override
    public void happen(Scene scene) {
      scene.world().showResourcesWithin(Duration.ofSeconds(seconds));
      scene.onMending(() -> scene.world().showResourcesWithin(Duration.ofSeconds(5)));
      scene.note(kind());
    }
  }

  /** The next invocation of a function breaks off. */
  record Crash(HandlerFunction function, boolean after) implements Mishap {
    @Override
    public void happen(Scene scene) {
      once(
          scene,
          function,
          after,
          new Failed("Lambda.Unknown", "The function's runtime ended without an answer."));
      scene.note(kind());
    }

    @Override
    public String kind() {
      return after ? "crash after effects" : "crash before effects";
    }
  }

  /**
   * Nobody hears of the next invocation of a function any more, but it works on while it is tried
   * again.
   *
   * @param calls so many of its calls are made before it is given up
   */
  record Lingers(HandlerFunction function, int calls) implements Mishap {
    @Override
    public void happen(Scene scene) {
      scene.lingering().next(function, calls);
      scene.note(kind());
    }
  }

  /** From now on, the events of bad ends are delivered so: not at all, twice, late. */
  record Events(List<Duration> delays) implements Mishap {
    @Override
    public void happen(Scene scene) {
      scene.world().deliverEventsAfter(delays.toArray(Duration[]::new));
      scene.onMending(() -> scene.world().deliverEventsAfter(Duration.ofSeconds(1)));
      scene.note(kind());
    }

    @Override
    public String kind() {
      if (delays.isEmpty()) {
        return "events lost";
      }
      return delays.size() > 1 ? "events doubled" : "events late";
    }
  }

  /** Others use up a quota for so long. */
  record QuotaTaken(Quota quota, int hours) implements Mishap {
    private static final int ALL = 100;

    @Override
    public void happen(Scene scene) {
      scene.target().used(quota, ALL);
      Runnable free = () -> scene.target().used(quota, 0);
      scene.world().after(Duration.ofHours(hours), free);
      scene.onMending(free);
      scene.note(kind());
    }
  }

  /** Others have five copies in progress, which is all that a region allows. */
  record CopySlotsTaken(int minutes) implements Mishap {
    private static final int SLOTS = 5;

    @Override
    public void happen(Scene scene) {
      var copies =
          IntStream.rangeClosed(1, SLOTS).mapToObj(number -> "others-copy-" + number).toList();
      if (scene.world().resources().stream().anyMatch(it -> copies.contains(it.identifier()))) {
        return;
      }
      copies.forEach(
          copy ->
              scene.touch(
                  scene.target().snapshot(copy).of("others").status("copying").exists(), this));
      Runnable free =
          () -> copies.forEach(copy -> scene.target().snapshotEntersStatus(copy, "available"));
      scene.world().after(Duration.ofMinutes(minutes), free);
      scene.onMending(free);
      scene.note(kind());
    }
  }

  /** RDS has no capacity for clusters for so long. */
  record NoCapacity(int hours) implements Mishap {
    @Override
    public void happen(Scene scene) {
      scene.target().withoutClusterCapacity();
      Runnable free = () -> scene.target().withClusterCapacity();
      scene.world().after(Duration.ofHours(hours), free);
      scene.onMending(free);
      scene.note(kind());
    }
  }

  /** The input's key is disabled for so long. What is encrypted under it then is lost. */
  record KeyDisabled(int minutes) implements Mishap {
    @Override
    public void happen(Scene scene) {
      var named = scene.input().path("kms_key_id").asText();
      scene
          .world()
          .kms()
          .find(scene.world().account(), scene.region(), named)
          .ifPresent(
              key -> {
                Runnable enable = () -> key.state(KeyState.ENABLED);
                scene.world().resources().stream()
                    .filter(it -> key.arn().equals(it.keyArn()))
                    .forEach(it -> scene.touch(it.arn(), this));
                key.state(KeyState.DISABLED);
                scene.world().after(Duration.ofMinutes(minutes), enable);
                scene.onMending(enable);
                scene.note(kind());
              });
    }
  }

  /** The next copy goes so. */
  record NextCopy(Course course) implements Mishap {
    @Override
    public void happen(Scene scene) {
      scene.world().durations().nextCopy(course);
      scene.note(kind());
    }
  }

  /** The next restored cluster goes so. */
  record NextCluster(Course course) implements Mishap {
    @Override
    public void happen(Scene scene) {
      scene.world().durations().nextCluster(course);
      scene.note(kind());
    }
  }

  /** The next instance goes so. */
  record NextInstance(Course course) implements Mishap {
    @Override
    public void happen(Scene scene) {
      scene.world().durations().nextInstance(course);
      scene.note(kind());
    }
  }

  private static void once(Scene scene, HandlerFunction function, boolean after, Failed failed) {
    var fault =
        new InvocationFault() {
          private boolean done;

          @Override
          public Optional<Failed> before(String called, JsonNode payload) {
            return after ? Optional.empty() : broken(called);
          }

          @Override
          public Optional<Failed> after(String called, JsonNode payload) {
            return after ? broken(called) : Optional.empty();
          }

          private Optional<Failed> broken(String called) {
            if (done || !called.equals(function.placeholder())) {
              return Optional.empty();
            }
            done = true;
            return Optional.of(failed);
          }
        };
    scene.world().invocationFaults().add(fault);
    scene.onMending(() -> scene.world().invocationFaults().remove(fault));
  }
}
