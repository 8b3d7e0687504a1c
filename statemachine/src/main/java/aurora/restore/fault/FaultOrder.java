package aurora.restore.fault;

import aurora.restore.asl.NearestName;
import aurora.restore.edge.Json;
import aurora.restore.machine.HandlerFunction;
import aurora.restore.machine.Machine;
import aurora.restore.world.World;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * A fault as somebody ordered it.
 *
 * @param argument null for a fault without one
 */
public record FaultOrder(Fault fault, String argument) {
  /**
   * Reads {@code NAME} or {@code NAME=ARGUMENT}.
   *
   * @throws FaultRefused where there is no such fault or argument; it names the nearest
   */
  public static FaultOrder read(String text) {
    var at = text.indexOf('=');
    var name = at < 0 ? text : text.substring(0, at);
    var given = at < 0 ? null : text.substring(at + 1);
    var fault =
        FaultCatalogue.all().stream()
            .filter(known -> known.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new FaultRefused(
                        "there is no fault '"
                            + name
                            + "'"
                            + NearestName.hint(name, names())
                            + "; see --list-faults"));
    return new FaultOrder(fault, argument(fault, given));
  }

  private static Collection<String> names() {
    return FaultCatalogue.all().stream().map(Fault::name).toList();
  }

  private static String argument(Fault fault, String given) {
    var argument = fault.argument();
    if (given == null) {
      if (argument.isRequired()) {
        throw new FaultRefused(fault.name() + " needs an argument: " + fault.usage());
      }
      return argument.usual();
    }
    switch (argument.kind()) {
      case NONE -> throw new FaultRefused(fault.name() + " takes no argument");
      case FUNCTION -> require(fault, given, functions());
      case STATE -> require(fault, given, states());
      case STATUS -> {
        if (!RdsStatuses.ALL.contains(given)) {
          throw new FaultRefused(
              "%s: '%s' is no status of RDS%s"
                  .formatted(fault.name(), given, NearestName.hint(given, RdsStatuses.ALL)));
        }
      }
      case ACTION, REGION -> {
        // The world knows its services' operations, the input its regions: checked when the fault
        // is let loose.
      }
    }
    return given;
  }

  private static void require(Fault fault, String given, Collection<String> known) {
    if (!known.contains(given)) {
      throw new FaultRefused(
          fault.name() + " knows no '" + given + "'" + NearestName.hint(given, known));
    }
  }

  private static List<String> functions() {
    return Stream.of(HandlerFunction.values()).map(HandlerFunction::placeholder).toList();
  }

  private static List<String> states() {
    try {
      return states(Json.MAPPER.readTree(Machine.RESTORE.definition()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the definition of the restore is JSON", e);
    }
  }

  private static List<String> states(JsonNode machine) {
    var names = new ArrayList<String>();
    for (var state : machine.path("States").properties()) {
      names.add(state.getKey());
      names.addAll(states(state.getValue().path("ItemProcessor")));
    }
    return names;
  }

  /**
   * Lets it loose in a world, before the execution of {@code input} starts.
   *
   * @throws FaultRefused where this input or this world has nothing that it could happen to
   */
  public LooseFault in(World world, JsonNode input) {
    var stage = new Stage(world, input);
    return new LooseFault(this, stage, fault.way().begin(stage, argument));
  }

  @Override
  public String toString() {
    return argument == null ? fault.name() : fault.name() + "=" + argument;
  }
}
