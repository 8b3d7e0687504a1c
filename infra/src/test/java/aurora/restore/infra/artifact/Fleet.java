package aurora.restore.infra.artifact;

import aurora.restore.engine.TaskRunner;
import aurora.restore.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The functions of a deployment: each is started when it is first called, and kept warm. */
final class Fleet implements TaskRunner, AutoCloseable {
  private final Map<String, DeployedFunction> functions;
  private final World world;
  private final ManagedRuntime runtime;
  private final Task task;
  private final Path outputs;
  private final InstantSource clock;
  private final Map<String, FunctionProcess> warm = new HashMap<>();
  private final Set<String> handlersThatAnswered = new TreeSet<>();

  /**
   * @param functions by the name that they are called by
   * @param outputs the directory for what they print
   */
  Fleet(
      Map<String, DeployedFunction> functions,
      World world,
      ManagedRuntime runtime,
      Task task,
      Path outputs,
      InstantSource clock) {
    this.functions = functions;
    this.world = world;
    this.runtime = runtime;
    this.task = task;
    this.outputs = outputs;
    this.clock = clock;
  }

  @Override
  public Outcome run(String function, JsonNode payload) {
    var outcome = warm.computeIfAbsent(function, this::started).invoke(payload);
    if (outcome instanceof Outcome.Answered) {
      handlersThatAnswered.add(functions.get(function).handler());
    }
    return outcome;
  }

  private FunctionProcess started(String name) {
    var function = functions.get(name);
    if (function == null) {
      throw new IllegalArgumentException("the template deploys no " + name);
    }
    return FunctionProcess.start(
        function,
        runtime.command(function.handler(), List.of()),
        task.directory(),
        outputs.resolve(name + ".txt"),
        world.wire(name)::answer,
        clock);
  }

  /** By their classes, those that have answered an event with a result. */
  Set<String> handlersThatAnswered() {
    return handlersThatAnswered;
  }

  /** Every line that any of them printed: what CloudWatch takes for a function's log. */
  List<String> printed() {
    return warm.values().stream().flatMap(process -> process.printed().lines()).toList();
  }

  List<ProcessHandle> processes() {
    return warm.values().stream().map(FunctionProcess::handle).toList();
  }

  @Override
  public void close() {
    warm.values().forEach(FunctionProcess::close);
  }
}
