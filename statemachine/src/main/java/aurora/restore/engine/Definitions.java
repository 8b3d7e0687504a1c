package aurora.restore.engine;

import aurora.restore.asl.AslException;
import aurora.restore.asl.AslReader;
import aurora.restore.asl.ItemProcessor;
import aurora.restore.asl.Linter;
import aurora.restore.asl.Severity;
import aurora.restore.asl.State;
import aurora.restore.asl.StateMachine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Definitions that were read and found right, by their text. Nobody changes a machine that was
 * read, so all engines of a JVM share them: what is deployed in world after world is read once.
 */
final class Definitions {
  /** More are read again each time: a program that deploys ever new ones isn't to fill memory. */
  private static final int MOST = 200;

  private static final Map<String, StateMachine> READ = new ConcurrentHashMap<>();

  private Definitions() {}

  /**
   * @param machineName what the refusal is about
   * @throws AslException where Step Functions or this engine would refuse the machine; it names all
   *     that is wrong
   */
  static StateMachine read(String machineName, String definition) {
    var known = READ.get(definition);
    if (known != null) {
      return known;
    }
    var machine = AslReader.read(definition);
    var errors =
        new ArrayList<>(
            Linter.lint(machine).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> finding.toString())
                .toList());
    refuseUnknownResources(machine.states().values(), errors);
    if (!errors.isEmpty()) {
      throw new AslException("", machineName + " is refused:\n" + String.join("\n", errors));
    }
    if (READ.size() < MOST) {
      READ.put(definition, machine);
    }
    return machine;
  }

  private static void refuseUnknownResources(Collection<State> states, List<String> errors) {
    for (var state : states) {
      switch (state) {
        case State.Task task -> {
          if (!Connectors.knows(task.resource())) {
            errors.add(
                task.name()
                    + ": the resource "
                    + task.resource()
                    + " is not known to this engine, which knows "
                    + Connectors.known());
          }
        }
        case State.MapState map -> {
          ItemProcessor processor = map.processor();
          refuseUnknownResources(processor.states().values(), errors);
        }
        case State.Choice choice -> {}
        case State.Wait pause -> {}
        case State.Succeed succeed -> {}
      }
    }
  }
}
