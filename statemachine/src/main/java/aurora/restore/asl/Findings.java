package aurora.restore.asl;

import java.util.ArrayList;
import java.util.List;

/** Collects what the rules find. */
final class Findings {
  private final List<Finding> found = new ArrayList<>();

  void error(String path, String message) {
    found.add(new Finding(Severity.ERROR, path, message));
  }

  void warning(String path, String message) {
    found.add(new Finding(Severity.WARNING, path, message));
  }

  List<Finding> all() {
    return List.copyOf(found);
  }
}
