package aurora.restore.asl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * States that go on to each other: the machine's own, or those of a Map's processor.
 *
 * @param path of what holds them; empty for the machine
 * @param outer the level around; null for the machine
 */
record Level(String path, String startAt, Map<String, State> states, Level outer) {

  /** The machine's level and all within, outermost first. */
  static List<Level> all(StateMachine machine) {
    var levels = new ArrayList<Level>();
    new Level("", machine.startAt(), machine.states(), null).addTo(levels);
    return levels;
  }

  private void addTo(List<Level> levels) {
    levels.add(this);
    for (var state : states.values()) {
      if (state instanceof State.MapState map) {
        var processor = map.processor();
        new Level(at(map) + ".ItemProcessor", processor.startAt(), processor.states(), this)
            .addTo(levels);
      }
    }
  }

  String at(String field) {
    return path.isEmpty() ? field : path + "." + field;
  }

  String at(State state) {
    return at("States") + "." + state.name();
  }

  /** The variables that some state of this very level assigns. */
  Set<String> assigned() {
    var names = new TreeSet<String>();
    for (var state : states.values()) {
      for (var place : ExpressionPlaces.assigns(state)) {
        place.fieldNames().forEachRemaining(names::add);
      }
    }
    return names;
  }

  /** The variables that the levels around assign. */
  Set<String> assignedOutside() {
    var names = new TreeSet<String>();
    for (var level = outer; level != null; level = level.outer()) {
      names.addAll(level.assigned());
    }
    return names;
  }
}
