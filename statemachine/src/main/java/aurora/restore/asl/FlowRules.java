package aurora.restore.asl;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rules for the way through the states of one level. */
final class FlowRules {
  private FlowRules() {}

  static void check(Level level, LintFindings findings) {
    var names = level.states().keySet();
    boolean starts = names.contains(level.startAt());
    if (!starts) {
      findings.error(level.at("StartAt"), nowhere(level.startAt(), names));
    }
    for (var state : level.states().values()) {
      for (var target : state.targets()) {
        if (!names.contains(target)) {
          findings.error(level.at(state), nowhere(target, names));
        }
      }
    }
    // From nowhere nothing can be reached; saying so of every state would help nobody.
    var reached = starts ? closure(level, level.startAt()) : names;
    for (var state : level.states().values()) {
      if (!reached.contains(state.name())) {
        findings.error(level.at(state), "no state leads here; have one go on to it, or remove it");
      } else if (!leadsToAnEnd(level, state)) {
        findings.error(
            level.at(state), "no way leads from here to an end; give a state on it an End");
      }
    }
  }

  private static String nowhere(String target, Set<String> names) {
    return "goes to '"
        + target
        + "', which is no state here"
        + NearestName.hint(target, names)
        + "; name one of "
        + names;
  }

  private static boolean leadsToAnEnd(Level level, State state) {
    return closure(level, state.name()).stream()
        .anyMatch(name -> level.states().get(name).endsHere());
  }

  private static Set<String> closure(Level level, String start) {
    var reached = new HashSet<String>();
    var open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      var name = open.pop();
      if (level.states().containsKey(name) && reached.add(name)) {
        open.addAll(level.states().get(name).targets());
      }
    }
    return reached;
  }
}
