package aurora.restore.operation;

import java.util.LinkedHashMap;
import java.util.Map;

/** How long the phases of an operation took: DynamoDB keeps no order of them. */
public final class Phases {
  static final String CHECKS = "checks";

  private Phases() {}

  /**
   * In the order that they take place in; one that isn't known, of a newer deployment, comes last.
   *
   * @param seconds by the names of phases; entries without a value, as a damaged row has, are left
   *     out
   */
  public static Map<String, Long> inOrder(Map<String, Long> seconds) {
    var left = new LinkedHashMap<>(seconds);
    left.values().removeIf(took -> took == null);
    var ordered = new LinkedHashMap<String, Long>();
    for (var milestone : Milestone.values()) {
      move(milestone.phase(), left, ordered);
      if (milestone == Milestone.COMPLETED) {
        move(CHECKS, left, ordered);
      }
    }
    ordered.putAll(left);
    return ordered;
  }

  private static void move(String phase, Map<String, Long> from, Map<String, Long> to) {
    var seconds = from.remove(phase);
    if (seconds != null) {
      to.put(phase, seconds);
    }
  }
}
