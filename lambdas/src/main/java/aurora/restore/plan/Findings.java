package aurora.restore.plan;

import aurora.restore.error.Finding;
import aurora.restore.error.PreflightFailed;
import java.util.ArrayList;
import java.util.List;

/** What a preflight finds: what stops the restore, and what an operator should merely know. */
final class Findings {
  private final List<Finding> stopping = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  void stop(InputKey key, String problem, String remedy) {
    stopping.add(new Finding(key.key(), problem, remedy));
  }

  void warn(String warning) {
    warnings.add(warning);
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** Throws all that stops the restore, where anything does. */
  void throwStopping() {
    if (!stopping.isEmpty()) {
      throw new PreflightFailed(stopping);
    }
  }
}
