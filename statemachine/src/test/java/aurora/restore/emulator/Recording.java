package aurora.restore.emulator;

import aurora.restore.engine.TaskRunner;
import aurora.restore.fault.FaultOrder;
import aurora.restore.machine.HandlerFunction;
import aurora.restore.simulation.sns.PublishedMessage;
import aurora.restore.stories.RunbookInput;
import aurora.restore.world.InvocationFault;
import aurora.restore.world.Run;
import aurora.restore.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A simulated world in which is written down what the state machines hand to the functions, so that
 * functions over an emulator can be handed the same.
 */
final class Recording implements AutoCloseable {
  private final World world;
  private final List<Call> calls = new ArrayList<>();

  private record Call(String function, JsonNode payload) {
    boolean isFor(Run run) {
      return Stream.of("/execution/Id", "/failure/execution_arn")
          .anyMatch(path -> payload.at(path).asText().equals(run.execution().arn()));
    }
  }

  private Recording(World world) {
    this.world = world;
    world
        .invocationFaults()
        .add(
            new InvocationFault() {
              @Override
              public Optional<TaskRunner.Outcome.Failed> before(String name, JsonNode payload) {
                calls.add(new Call(name, payload.deepCopy()));
                return Optional.empty();
              }
            });
  }

  /** Nothing goes wrong in it. */
  static Recording start() {
    return new Recording(World.of(input(), 1));
  }

  /** One fault of the catalogue is let loose in it. */
  static Recording startWith(String fault) {
    var recording = start();
    FaultOrder.read(fault).in(recording.world, input());
    return recording;
  }

  /** The runbook's input. */
  static ObjectNode input() {
    return RunbookInput.input().with("target_region", Stage.REGION).json();
  }

  /** Runs a restore to its end, and its report where it failed. */
  Run restore(String executionName, JsonNode input) {
    return world.restore(executionName, input);
  }

  /** What a function was handed for an execution, in its order. */
  List<JsonNode> handed(HandlerFunction function, Run run) {
    return calls.stream()
        .filter(call -> call.function().equals(function.placeholder()) && call.isFor(run))
        .map(Call::payload)
        .toList();
  }

  /** What the function of one state was handed for an execution. */
  ObjectNode handed(String state, Run run) {
    return calls.stream()
        .filter(call -> call.isFor(run) && call.payload().at("/state/Name").asText().equals(state))
        .map(call -> (ObjectNode) call.payload().deepCopy())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(state + " was never entered"));
  }

  /** What the simulated topic took, oldest first. */
  List<PublishedMessage> mail() {
    return world.mail();
  }

  @Override
  public void close() {
    world.close();
  }
}
