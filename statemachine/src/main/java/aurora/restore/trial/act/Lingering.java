package aurora.restore.trial.act;

import aurora.restore.engine.TaskRunner;
import aurora.restore.engine.TaskRunner.Outcome;
import aurora.restore.engine.TaskRunner.Outcome.Failed;
import aurora.restore.machine.HandlerFunction;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Faults;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Functions that work on although Step Functions has given them up: Lambda's answer was lost, and a
 * retry runs beside the first try. Such a one stops before each further call of AWS for a drawn
 * time, so that others come between its calls.
 */
public final class Lingering implements Faults {
  private static final Failed GIVEN_UP =
      new Failed("Lambda.SdkClientException", "The connection to Lambda was lost.");
  private static final int LEAST_PAUSE_SECONDS = 1;
  private static final int MOST_PAUSE_SECONDS = 40;

  private final Scene scene;
  private final Map<String, Integer> next = new HashMap<>();
  private final List<Worker> workers = new ArrayList<>();

  Lingering(Scene scene) {
    this.scene = scene;
    scene.world().callFaults().add(this);
  }

  /** The next invocation of this function is given up after so many calls. */
  void next(HandlerFunction function, int calls) {
    next.put(function.placeholder(), calls);
  }

  /** Runs functions as {@code usual} does, but for those that linger. */
  public TaskRunner around(TaskRunner usual) {
    return (function, payload) -> {
      var calls = next.remove(function);
      return calls == null
          ? usual.run(function, payload)
          : givenUp(usual, function, payload, calls);
    };
  }

  private Outcome givenUp(TaskRunner usual, String function, JsonNode payload, int calls) {
    var worker = new Worker(() -> usual.run(function, payload), calls);
    workers.add(worker);
    worker.goOn();
    if (worker.hasEnded()) {
      return worker.outcome();
    }
    later(worker);
    return GIVEN_UP;
  }

  private void later(Worker worker) {
    scene
        .world()
        .after(
            scene.seconds(LEAST_PAUSE_SECONDS, MOST_PAUSE_SECONDS),
            () -> {
              worker.goOn();
              if (!worker.hasEnded()) {
                later(worker);
              }
            });
  }

  /** Lets every function that still works end, without another call. */
  public void end() {
    workers.forEach(Worker::abandon);
  }

  @Override
  public void before(Caller caller, String service, String operation, SdkPojo request) {
    workers.forEach(Worker::stopIfItCalls);
  }
}
