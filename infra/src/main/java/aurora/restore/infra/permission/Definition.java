package aurora.restore.infra.permission;

import aurora.restore.asl.Placeholders;
import aurora.restore.machine.HandlerFunction;
import aurora.restore.machine.Machine;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a machine's definition names by its placeholders: the whole of what the machine's role may
 * reach.
 *
 * @param functions those that it invokes
 * @param machines those that it starts
 */
public record Definition(Set<HandlerFunction> functions, Set<Machine> machines) {
  /**
   * @throws IllegalStateException naming a placeholder that stands for nothing that is deployed
   */
  public static Definition of(Machine machine) {
    var functions = EnumSet.noneOf(HandlerFunction.class);
    var machines = EnumSet.noneOf(Machine.class);
    for (var name : Placeholders.names(machine.definition())) {
      var isFunction = functions.addAll(calledThat(name));
      var isMachine = machines.addAll(startedAs(name));
      if (!isFunction && !isMachine) {
        throw new IllegalStateException(
            machine.id() + " names ${" + name + "}, which is no function and no state machine");
      }
    }
    return new Definition(functions, machines);
  }

  private static Set<HandlerFunction> calledThat(String name) {
    return Arrays.stream(HandlerFunction.values())
        .filter(function -> function.placeholder().equals(name))
        .collect(Collectors.toSet());
  }

  private static Set<Machine> startedAs(String name) {
    return Arrays.stream(Machine.values())
        .filter(machine -> machine.placeholder().equals(name))
        .collect(Collectors.toSet());
  }
}
