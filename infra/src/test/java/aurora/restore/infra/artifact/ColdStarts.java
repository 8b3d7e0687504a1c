package aurora.restore.infra.artifact;

import aurora.restore.edge.Json;
import aurora.restore.engine.TaskRunner;
import aurora.restore.infra.Synthesized;
import aurora.restore.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Measures how long every function of the template takes to start, each run with the events of a
 * new {@link Day}; then what one and the same small handler takes with either way to log. Prints
 * what {@code docs/benchmarks.md} says.
 */
final class ColdStarts {
  static final String JVM_OPTIONS = "JAVA_TOOL_OPTIONS";
  private static final String AS_DEPLOYED = "as deployed";
  private static final List<String> LOGGING = List.of("Plain", "Powertools");

  private final ManagedRuntime runtime;
  private final Task deployed;
  private final Path directory;
  private final InstantSource clock = InstantSource.system();
  private int processes;

  private ColdStarts(Path directory) throws IOException {
    this.directory = directory;
    this.runtime = ManagedRuntime.in(directory);
    this.deployed =
        Task.unpacked(Synthesized.jar(), Files.createDirectory(directory.resolve("task")));
  }

  /**
   * The system property {@code cold.starts.options} has what is to be compared with the functions
   * as they are deployed: values of {@code JAVA_TOOL_OPTIONS}, with semicolons between.
   *
   * @param arguments the build's directory of the two ways to log; the modules of other ways to
   *     write a function, and of other HTTP clients; how many runs
   */
  public static void main(String[] arguments) throws IOException {
    var directory = Files.createTempDirectory("cold-starts");
    try {
      var runs = Integer.parseInt(arguments[3]);
      var options =
          Stream.of(System.getProperty("cold.starts.options", "").split(";"))
              .filter(option -> !option.isBlank())
              .toList();
      var benchmark = new ColdStarts(directory);
      benchmark.functions(runs, options);
      System.out.println(
          benchmark.variants(Path.of(arguments[1]), Path.of(arguments[2])).measure(runs));
      benchmark.logging(runs, Path.of(arguments[0]));
      System.out.printf("functions.jar: %.1f MB%n", Files.size(Synthesized.jar()) / 1e6);
    } finally {
      Directories.delete(directory);
    }
  }

  private Variants variants(Path naive, Path carrier) throws IOException {
    var image = ImageRoot.make(Files.createDirectory(directory.resolve("image")));
    new Training(image, directory, clock).run();
    return new Variants(runtime, deployed, image, naive, carrier, directory, clock);
  }

  /** The first day is passed without being measured: the simulated AWS has a cold start, too. */
  private void functions(int runs, List<String> options) {
    measureDay(new Figures(), Map.of());
    var figures = new LinkedHashMap<String, Figures>();
    for (int run = 0; run < runs; run++) {
      measureDay(figures.computeIfAbsent(AS_DEPLOYED, name -> new Figures()), Map.of());
      for (var option : options) {
        measureDay(
            figures.computeIfAbsent(option, name -> new Figures()), Map.of(JVM_OPTIONS, option));
      }
    }
    System.out.println(figures.get(AS_DEPLOYED).table());
    figures.forEach((variant, measured) -> System.out.print(measured.mean(variant)));
    System.out.println();
    System.out.println(new Price(figures.get(AS_DEPLOYED), runsOfARestore()).table());
  }

  /** How often each function runs in the drill of a day. */
  private Map<String, Integer> runsOfARestore() {
    var runs = new TreeMap<String, Integer>();
    try (var world = Day.morning(now())) {
      world.runFunctions(
          here ->
              (name, event) -> {
                runs.merge(name, 1, Integer::sum);
                return here.run(name, event);
              });
      world.restore("drill-1", Day.input());
    }
    return runs;
  }

  private void measureDay(Figures figures, Map<String, String> environment) {
    var seen = new HashSet<String>();
    try (var world = Day.morning(now())) {
      world.runFunctions(here -> measuring(world, here, environment, seen, figures));
      Day.work(world);
    }
    try (var world = Day.evening(now())) {
      world.runFunctions(here -> measuring(world, here, environment, seen, figures));
      Day.cleanUp(world, () -> reap(world, environment, seen, figures));
    }
    if (seen.size() != Synthesized.awsOwned().resources("AWS::Lambda::Function").size()) {
      throw new IllegalStateException("some function had nothing to do; at work were " + seen);
    }
  }

  /** Each function's first event goes to a new process, which is measured; all others stay here. */
  private TaskRunner measuring(
      World world,
      TaskRunner here,
      Map<String, String> environment,
      Set<String> seen,
      Figures figures) {
    var functions = DeployedFunctions.ofMachines(Synthesized.awsOwned(), world);
    return (name, event) ->
        seen.add(name)
            ? measured(world, functions.get(name), event, environment, figures)
            : here.run(name, event);
  }

  private void reap(
      World world, Map<String, String> environment, Set<String> seen, Figures figures) {
    DeployedFunctions.ofRules(Synthesized.awsOwned(), world)
        .forEach(
            (name, function) -> {
              seen.add(name);
              measured(world, function, Day.scheduled(world), environment, figures);
            });
  }

  private TaskRunner.Outcome measured(
      World world,
      DeployedFunction function,
      JsonNode event,
      Map<String, String> environment,
      Figures figures) {
    var start = start(function.with(environment), world, event, deployed.directory(), List.of());
    figures.add(function.name(), start);
    return start.outcome();
  }

  private Start start(
      DeployedFunction function, World world, JsonNode event, Path task, List<Path> libraries) {
    var began = System.nanoTime();
    try (var process =
        FunctionProcess.start(
            function,
            runtime.command(function.handler(), libraries),
            task,
            directory.resolve(function.name() + "-" + processes++ + ".txt"),
            world.wire(function.name())::answer,
            clock)) {
      return Start.of(process, began, event, Optional.empty());
    }
  }

  /** In turns. Neither is anywhere near the deployed classes. */
  private void logging(int runs, Path built) throws IOException {
    var figures = new Figures();
    var event = Json.MAPPER.createObjectNode().put("operation_id", "drill-1").put("step", "look");
    var all =
        Stream.of(Files.readString(built.resolve("runtime-classpath")).split(File.pathSeparator))
            .map(Path::of)
            .toList();
    var plain =
        all.stream().filter(it -> it.getFileName().toString().startsWith("jackson-")).toList();
    var empty = Files.createDirectory(directory.resolve("empty"));
    try (var world = Day.morning(now())) {
      var any = DeployedFunctions.ofMachines(Synthesized.awsOwned(), world).get("Notify");
      for (int run = 0; run < runs; run++) {
        for (var way : LOGGING) {
          var handler = "aurora.restore.infra.logging." + way + "LoggingHandler";
          var libraries =
              Stream.concat(
                      Stream.of(built.resolve("classes")),
                      (way.equals("Plain") ? plain : all).stream())
                  .toList();
          figures.add(way, start(any.withHandler(handler), world, event, empty, libraries));
        }
      }
    }
    System.out.println(figures.table());
  }

  private Instant now() {
    return clock.instant();
  }
}
