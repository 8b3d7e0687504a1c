package aurora.restore.serve;

import aurora.restore.world.World;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the first block of the runbook sets, in a world: where the pipeline is deployed, and the
 * outputs of its stack, but for those that are commands.
 */
final class ShellVariables {
  private ShellVariables() {}

  static Map<String, String> of(World world) {
    var variables = new LinkedHashMap<String, String>();
    variables.put("REGION", world.settings().region());
    variables.put("STACK", world.settings().deployment());
    world
        .stackOutputs()
        .forEach(
            (name, value) -> {
              if (!value.contains(" ")) {
                variables.put(name, value);
              }
            });
    return variables;
  }
}
