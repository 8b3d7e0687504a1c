package aurora.restore.trial;

import aurora.restore.engine.Execution;
import aurora.restore.engine.Listener;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Faults;
import aurora.restore.trial.act.Pipeline;
import aurora.restore.trial.act.Scene;
import aurora.restore.trial.act.Timed;
import aurora.restore.trial.act.When;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** Has the acts of a plan happen when their moments come. */
final class Moments implements Listener, Faults {
  private final Scene scene;
  private final List<Timed> waiting;
  private final Map<String, Integer> entries = new HashMap<>();
  private final Map<String, Integer> callsBefore = new HashMap<>();
  private final Map<String, Integer> callsAfter = new HashMap<>();

  Moments(Scene scene, List<Timed> acts) {
    this.scene = scene;
    this.waiting = new ArrayList<>(acts);
  }

  void await() {
    scene.world().listen(this);
    scene.world().callFaults().add(this);
    for (var timed : List.copyOf(waiting)) {
      if (timed.when() instanceof When.After(var delay)) {
        waiting.remove(timed);
        scene.world().after(delay, () -> timed.act().happen(scene));
      }
    }
  }

  @Override
  public void onEvent(Execution execution, HistoryEvent event) {
    var entered = event.stateEnteredEventDetails();
    if (entered == null) {
      return;
    }
    var time = entries.merge(entered.name(), 1, Integer::sum);
    for (var timed : List.copyOf(waiting)) {
      if (timed.when() instanceof When.OnEntering(var state, var awaited, var delay)
          && state.equals(entered.name())
          && awaited == time) {
        waiting.remove(timed);
        scene.world().after(delay, () -> timed.act().happen(scene));
      }
    }
  }

  @Override
  public void before(Caller caller, String service, String operation, SdkPojo request) {
    called(caller, operation, callsBefore, false);
  }

  @Override
  public void after(Caller caller, String service, String operation, SdkPojo request) {
    called(caller, operation, callsAfter, true);
  }

  private void called(
      Caller caller, String operation, Map<String, Integer> calls, boolean isAfter) {
    if (!Pipeline.calls(caller)) {
      return;
    }
    var time = calls.merge(operation, 1, Integer::sum);
    for (var timed : List.copyOf(waiting)) {
      if (timed.when() instanceof When.OnCall(var awaited, var number, var after)
          && awaited.equals(operation)
          && after == isAfter
          && number == time) {
        waiting.remove(timed);
        timed.act().happen(scene);
      }
    }
  }
}
