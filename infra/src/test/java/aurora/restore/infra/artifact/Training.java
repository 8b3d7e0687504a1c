package aurora.restore.infra.artifact;

import aurora.restore.engine.TaskRunner;
import aurora.restore.infra.Synthesized;
import aurora.restore.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.TreeMap;

/** Makes an image's ahead-of-time cache: of what its JVM loads while functions do a {@link Day}. */
final class Training {
  private static final String HANDLER = TrainingHandler.class.getName();
  private static final String MADE = "AOTCache creation is complete";

  private final ImageRoot image;
  private final Path directory;
  private final InstantSource clock;
  private World asked;

  /**
   * @param directory for what belongs into no image
   */
  Training(ImageRoot image, Path directory, InstantSource clock) {
    this.image = image;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * @throws IllegalStateException with what the JVM printed, where there is no cache then
   */
  void run() throws IOException {
    var now = clock.instant();
    try (var morning = Day.morning(now);
        var evening = Day.evening(now);
        var process = start(morning, evening)) {
      morning.runFunctions(here -> passingTo(process, morning));
      Day.work(morning);
      evening.runFunctions(here -> passingTo(process, evening));
      Day.cleanUp(
          evening,
          () -> {
            var trained = passingTo(process, evening);
            DeployedFunctions.ofRules(Synthesized.image(), evening)
                .keySet()
                .forEach(name -> trained.run(name, Day.scheduled(evening)));
          });
      process.stop();
      if (!process.printed().contains(MADE)) {
        throw new IllegalStateException("the JVM has made no cache:\n" + process.printed());
      }
    }
    image.seal();
  }

  /** The calls of AWS are answered by the world whose machine has called last. */
  private FunctionProcess start(World morning, World evening) throws IOException {
    var functions = DeployedFunctions.all(Synthesized.image(), morning);
    var environment = new TreeMap<String, String>();
    functions.values().forEach(function -> environment.putAll(function.environment()));
    var any = functions.get("PlanRestore");
    return FunctionProcess.start(
        any.withHandler(HANDLER).with(environment),
        image.training(HANDLER),
        classes(),
        directory.resolve("training.txt"),
        call -> asked.wire("PlanRestore").answer(call),
        clock);
  }

  private TaskRunner passingTo(FunctionProcess process, World world) {
    var functions = DeployedFunctions.all(Synthesized.image(), world);
    return (name, event) -> {
      asked = world;
      return process.invoke(TrainingHandler.event(functions.get(name).handler(), event));
    };
  }

  /** The directory that the client finds the training's handler in. */
  private Path classes() throws IOException {
    var classes = directory.resolve("training");
    var file = classes.resolve(HANDLER.replace('.', '/') + ".class");
    Files.createDirectories(file.getParent());
    try (var content = TrainingHandler.class.getResourceAsStream("TrainingHandler.class")) {
      Files.copy(content, file);
    }
    return classes;
  }
}
