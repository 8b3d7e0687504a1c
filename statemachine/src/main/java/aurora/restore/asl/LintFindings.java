package aurora.restore.asl;

import java.util.ArrayList;
import java.util.List;

/** Collects what the rules find. */
final class LintFindings {
  private final List<LintFinding> found = new ArrayList<>();

  void error(String path, String message) {
    found.add(new LintFinding(Severity.ERROR, path, message));
  }

  void warning(String path, String message) {
    found.add(new LintFinding(Severity.WARNING, path, message));
  }

  List<LintFinding> all() {
    return List.copyOf(found);
  }
}
