package aurora.restore.stories;

import aurora.restore.engine.Execution;
import aurora.restore.engine.Listener;
import aurora.restore.world.World;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** Something that happens as an execution enters a state. */
public final class Cue {
  private Cue() {}

  /** The first time that any execution enters the state. */
  public static void onEntering(World world, String state, Runnable action) {
    onEntering(world, state, execution -> action.run());
  }

  /** The first time that any execution enters the state: with that execution. */
  public static void onEntering(World world, String state, Consumer<Execution> action) {
    onEntering(world, state, time -> time == 1, action);
  }

  /**
   * @param times the times that it is entered at which the action happens, counted from 1
   */
  static void onEntering(World world, String state, IntPredicate times, Runnable action) {
    onEntering(world, state, times, execution -> action.run());
  }

  private static void onEntering(
      World world, String state, IntPredicate times, Consumer<Execution> action) {
    var entries = new int[1];
    world.listen(
        new Listener() {
          @Override
          public void onEvent(Execution execution, HistoryEvent event) {
            var entered = event.stateEnteredEventDetails();
            if (entered != null && entered.name().equals(state) && times.test(++entries[0])) {
              action.accept(execution);
            }
          }
        });
  }
}
