package aurora.restore.simulation.model;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with one request or answer: the path of a member and the rule that it breaks. */
final class Findings {
  private final List<String> found = new ArrayList<>();

  void add(String path, String rule) {
    found.add((path.isEmpty() ? "it" : path) + " " + rule);
  }

  List<String> all() {
    return List.copyOf(found);
  }
}
