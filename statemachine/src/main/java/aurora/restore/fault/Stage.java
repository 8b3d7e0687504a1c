package aurora.restore.fault;

import aurora.restore.asl.NearestName;
import aurora.restore.edge.Json;
import aurora.restore.engine.Execution;
import aurora.restore.engine.Listener;
import aurora.restore.engine.StatusChange;
import aurora.restore.machine.Machine;
import aurora.restore.operation.RestorePlan;
import aurora.restore.simulation.kms.KmsKey;
import aurora.restore.simulation.rds.RdsKind;
import aurora.restore.simulation.rds.RegionSetUp;
import aurora.restore.world.World;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/** Where one fault acts: a world, the input of its execution, and the moments that it waits for. */
final class Stage implements Listener {
  private static final Set<ExecutionStatus> BAD =
      Set.of(ExecutionStatus.FAILED, ExecutionStatus.TIMED_OUT, ExecutionStatus.ABORTED);

  private final World world;
  private final JsonNode input;
  private final Map<String, List<Consumer<Execution>>> cues = new HashMap<>();
  private final List<Runnable> failureCues = new ArrayList<>();
  private RestorePlan plan;
  private int strikes;
  private boolean closed;

  Stage(World world, JsonNode input) {
    this.world = world;
    this.input = input;
    world.listen(this);
  }

  World world() {
    return world;
  }

  int strikes() {
    return strikes;
  }

  /** Counts that something went wrong. */
  void strike() {
    strikes++;
  }

  /** Nothing goes wrong from now on, whatever is entered. */
  void close() {
    closed = true;
  }

  /** Does this, which counts as a strike, when a restore enters a state for the first time. */
  void onEntering(String state, Consumer<Execution> cue) {
    cues.computeIfAbsent(state, name -> new ArrayList<>()).add(cue);
  }

  void onEntering(String state, Runnable cue) {
    onEntering(state, execution -> cue.run());
  }

  /** Does this whenever a restore ends badly. */
  void onFailure(Runnable cue) {
    failureCues.add(cue);
  }

  @Override
  public void onStatusChange(StatusChange change) {
    var isRestore = change.stateMachineArn().endsWith(":" + Machine.RESTORE.id());
    if (!closed && isRestore && BAD.contains(change.status())) {
      failureCues.forEach(Runnable::run);
    }
  }

  @Override
  public void onEvent(Execution execution, HistoryEvent event) {
    if (closed || !execution.machineArn().endsWith(":" + Machine.RESTORE.id())) {
      return;
    }
    if (plan == null && event.type() == HistoryEventType.TASK_SUCCEEDED) {
      read(event.taskSucceededEventDetails().output());
    }
    if (event.stateEnteredEventDetails() != null) {
      var due = cues.remove(event.stateEnteredEventDetails().name());
      if (due != null) {
        due.forEach(
            cue -> {
              strike();
              cue.accept(execution);
            });
      }
    }
  }

  /** The first task that succeeds is the planning one. */
  private void read(String output) {
    try {
      plan =
          Json.MAPPER.treeToValue(Json.MAPPER.readTree(output).path("Payload"), RestorePlan.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the first answer of a restore is its plan", e);
    }
  }

  /** What the execution will make; known as soon as it has planned. */
  RestorePlan plan() {
    if (plan == null) {
      throw new IllegalStateException("nothing is planned yet");
    }
    return plan;
  }

  RegionSetUp target() {
    return world.rds(region("target_region"));
  }

  /** The region that an input's key names. */
  String region(String key) {
    var region = input.path(key).asText();
    if (region.isEmpty()) {
      throw new FaultRefused("the input names no " + key + ", so there is nowhere to go wrong");
    }
    return region;
  }

  /**
   * A region that can be lost: any but the one that the pipeline runs in.
   *
   * @param named a region, or the key of the input that names it
   */
  String lostRegion(String named) {
    var region = named.contains("_") ? region(named) : named;
    if (!World.regions().contains(region)) {
      throw new FaultRefused(
          "there is no region '" + region + "'" + NearestName.hint(region, World.regions()));
    }
    if (region.equals(world.settings().region())) {
      throw new FaultRefused(
          "the pipeline runs in "
              + region
              + " and is lost with it: name the region that is down, as in"
              + " source-region-down=us-east-1");
    }
    return region;
  }

  /** The key that the input names. */
  KmsKey key() {
    var named = input.path("kms_key_id").asText();
    return world
        .kms()
        .find(world.account(), region("target_region"), named)
        .orElseThrow(
            () ->
                new FaultRefused(
                    named.isEmpty()
                        ? "the input names no kms_key_id, so there is no key to go wrong: rehearse"
                            + " this fault with an input that names one"
                        : "the world has no key " + named));
  }

  /** Something of ours that exists at this instant. */
  boolean exists(RdsKind kind, String identifier) {
    return world.resources().stream()
        .anyMatch(
            it ->
                it.kind() == kind
                    && it.account().equals(world.account())
                    && it.region().equals(region("target_region"))
                    && it.identifier().equals(identifier));
  }

  /** The calls that an argument means: one operation, or a whole service. */
  Calls calls(String argument) {
    var services =
        world.actions().stream()
            .map(action -> action.substring(0, action.indexOf(':')))
            .collect(Collectors.toSet());
    if (services.contains(argument)) {
      return new Calls(argument, null);
    }
    requireKnown(argument, world.actions());
    var at = argument.indexOf(':');
    return new Calls(argument.substring(0, at), argument.substring(at + 1));
  }

  private static void requireKnown(String action, Set<String> known) {
    if (!known.contains(action)) {
      throw new FaultRefused(
          "no function calls '" + action + "'" + NearestName.hint(action, known));
    }
  }
}
