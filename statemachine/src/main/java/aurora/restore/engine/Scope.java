package aurora.restore.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/**
 * The workflow variables that a line of states sees: its own and, read-only, those around it
 * (Developer Guide, "Passing data between states with variables").
 */
final class Scope {
  private final Scope outer;
  private final Map<String, JsonNode> own = new HashMap<>();

  Scope(Scope outer) {
    this.outer = outer;
  }

  /** The variable's value; null where it has not been assigned. */
  JsonNode get(String name) {
    var value = own.get(name);
    return value != null || outer == null ? value : outer.get(name);
  }

  void assign(String name, JsonNode value) {
    if (outer != null && outer.get(name) != null) {
      throw StateFailure.of(
          StateFailure.RUNTIME,
          "the variable "
              + name
              + " belongs to the states around the Map, which its iterations"
              + " may read but not assign");
    }
    own.put(name, value);
  }
}
