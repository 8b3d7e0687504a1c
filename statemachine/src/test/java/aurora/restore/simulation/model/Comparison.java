package aurora.restore.simulation.model;

import aurora.restore.simulation.model.Examples.Example;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What of the simulation's answer isn't as the example has it. */
final class Comparison {
  private static final Set<String> ABSENT = Set.of("absent");

  private Comparison() {}

  /** By the member's path, what is shown and what is answered. */
  static Map<String, String> of(Example example) {
    var shown = example.kinds();
    var answered = AnswerMembers.of(part(Situations.answer(example.situation()), example.of()));
    var paths = new TreeSet<>(shown.keySet());
    if (example.whole()) {
      paths.addAll(answered.keySet());
    }
    var differences = new TreeMap<String, String>();
    for (var path : paths) {
      var there = shown.getOrDefault(path, ABSENT);
      var here = answered.getOrDefault(path, ABSENT);
      if (Collections.disjoint(there, here)) {
        differences.put(path, "%s shown, %s here".formatted(there, here));
      }
    }
    return differences;
  }

  /** The example's own place in a list means nothing here: it is the first one. */
  private static JsonNode part(JsonNode answer, String path) {
    var part = answer;
    for (var step : path.isEmpty() ? List.<String>of() : List.of(path.split("\\."))) {
      part = part.isArray() ? part.path(0) : part(part, step, path);
    }
    return part;
  }

  /** What is made by one operation in the example can be described by another here. */
  private static JsonNode part(JsonNode answer, String step, String path) {
    return answer.has(step) || path.contains(".")
        ? answer.path(step)
        : answer.path(step + "s").path(0);
  }
}
