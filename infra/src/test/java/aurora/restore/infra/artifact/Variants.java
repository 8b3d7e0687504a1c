package aurora.restore.infra.artifact;

import aurora.restore.infra.Synthesized;
import aurora.restore.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One function, as it is deployed and in other ways, in turns: what everything in the jar, the
 * JVM's option, a container image, the default way to write it, and another language make of a
 * start.
 */
final class Variants {
  private static final String FUNCTION = "WaitForCopy";
  private static final String DEPLOYED = "as deployed";
  private static final String IMAGE = "container image, ahead-of-time cache";
  private static final String NAIVE = "aurora.restore.infra.naive.";
  private static final String CARRIER = "aurora.restore.infra.carrier.";
  private static final String OPTIONS = ColdStarts.JVM_OPTIONS;

  /**
   * @param command that runs it
   * @param task the directory it is run in
   * @param stack the template that deploys it
   * @param environment that it has beside the template's
   */
  private record Variant(
      String name,
      List<String> command,
      Path task,
      Synthesized stack,
      Map<String, String> environment) {}

  private final ManagedRuntime runtime;
  private final Path directory;
  private final InstantSource clock;
  private final List<Variant> variants = new ArrayList<>();
  private int processes;

  /**
   * @param deployed the deployed jar, unpacked
   * @param image with its cache
   * @param naive the module with the other ways
   * @param carrier the module with the other HTTP clients
   */
  Variants(
      ManagedRuntime runtime,
      Task deployed,
      ImageRoot image,
      Path naive,
      Path carrier,
      Path directory,
      InstantSource clock)
      throws IOException {
    this.runtime = runtime;
    this.directory = directory;
    this.clock = clock;
    var whole = Synthesized.jar().resolveSibling("functions-whole.jar");
    var everything = Task.unpacked(whole, Files.createDirectory(directory.resolve("everything")));
    var built = naive.resolve("target").resolve("classes");
    var handler = handler();
    add("the default way", command(NAIVE + "NaiveHandler"), built, Map.of());
    add("everything in the jar", command(handler), everything.directory(), Map.of());
    add("no option for the JVM", command(handler), deployed.directory(), Map.of(OPTIONS, ""));
    add(DEPLOYED, command(handler), deployed.directory(), Map.of());
    var nothing = command(NAIVE + "NothingHandler");
    var ofRuntime = archived(nothing, built, directory.resolve("runtime.jsa"));
    add(
        "the default way, with the runtime's archive",
        command(NAIVE + "NaiveHandler"),
        built,
        ofRuntime);
    add(
        "as deployed, with the runtime's archive",
        command(handler),
        deployed.directory(),
        ofRuntime);
    add(
        "as deployed, with an archive of its own",
        command(handler),
        deployed.directory(),
        archived(command(handler), deployed.directory(), directory.resolve("function.jsa")));
    var carried = carrier.resolve("target").resolve("classes");
    add("nothing primed", command(CARRIER + "UrlConnectionHandler"), carried, Map.of());
    add("nothing primed, CRT client", command(CARRIER + "CrtHandler"), carried, Map.of());
    variants.add(
        new Variant(
            IMAGE,
            image.command(handler),
            image.workingDirectory(),
            Synthesized.image(),
            Map.of()));
    python().ifPresent(it -> add("Python with boto3", List.of(it, script(naive)), built, Map.of()));
    add("a handler that does nothing", nothing, built, Map.of());
  }

  /**
   * The options that it is deployed with, and an archive of what one start has loaded: of the JVM's
   * and the client's classes, for the client loads a function's by a loader of its own. Lambda's
   * runtimes bring one, of what isn't told: that of a handler that does nothing is the least.
   */
  private Map<String, String> archived(List<String> command, Path task, Path archive) {
    var options = options();
    var making = Map.of(OPTIONS, options + " -XX:ArchiveClassesAtExit=" + archive);
    var start = new Variant("an archive", command, task, Synthesized.awsOwned(), making);
    try (var world = Day.morning(clock.instant());
        var process = process(start, world)) {
      process.awaitReady();
      process.stop();
    }
    if (!Files.exists(archive)) {
      throw new IllegalStateException("the JVM has made no archive");
    }
    return Map.of(OPTIONS, options + " -XX:SharedArchiveFile=" + archive);
  }

  private String options() {
    try (var world = Day.morning(clock.instant())) {
      return function(Synthesized.awsOwned(), world).environment().getOrDefault(OPTIONS, "");
    }
  }

  private void add(String name, List<String> command, Path task, Map<String, String> environment) {
    variants.add(new Variant(name, command, task, Synthesized.awsOwned(), environment));
  }

  private List<String> command(String handler) {
    return runtime.command(handler, List.of());
  }

  private String handler() {
    try (var world = Day.morning(clock.instant())) {
      return function(Synthesized.awsOwned(), world).handler();
    }
  }

  private static DeployedFunction function(Synthesized stack, World world) {
    return DeployedFunctions.ofMachines(stack, world).get(FUNCTION);
  }

  private static String script(Path naive) {
    return naive.resolve("src/main/python/wait_for_copy.py").toAbsolutePath().toString();
  }

  /** The interpreter, where there is one that has boto3. */
  private static Optional<String> python() {
    try {
      var process =
          new ProcessBuilder("python3", "-c", "import boto3, sys; print(sys.executable)")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      var printed = new String(process.getInputStream().readAllBytes()).strip();
      return process.waitFor() == 0 ? Optional.of(printed) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // no python3
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while python3 was asked for boto3", e);
    }
  }

  /** Each so many times, as a table of Markdown with the ratios to what is deployed. */
  String measure(int runs) throws IOException {
    var figures = new Figures();
    var share = CoreShare.of(CoreShare.SMALL);
    var held = share.map(it -> new Figures());
    try {
      for (int run = 0; run < runs; run++) {
        variants.forEach(variant -> measure(variant, figures, Optional.empty()));
        held.ifPresent(
            heldFigures -> variants.forEach(variant -> measure(variant, heldFigures, share)));
      }
    } finally {
      if (share.isPresent()) {
        share.get().close();
      }
    }
    return figures.ratios(DEPLOYED, held)
        + (held.isPresent() ? "held to 0.29 of a core by the kernel\n" : "0.29 is computed\n");
  }

  /** With the first event of a restore; the restore goes on with what this JVM answers to it. */
  private void measure(Variant variant, Figures figures, Optional<CoreShare> share) {
    try (var world = Day.morning(clock.instant())) {
      var measured = new HashSet<String>();
      world.runFunctions(
          here ->
              (name, event) -> {
                if (name.equals(FUNCTION) && measured.add(name)) {
                  figures.add(variant.name(), start(variant, world, event, share));
                }
                return here.run(name, event);
              });
      world.restore("drill-1", Day.input());
    }
  }

  private Start start(Variant variant, World world, JsonNode event, Optional<CoreShare> share) {
    var began = System.nanoTime();
    try (var process = process(variant, world)) {
      return Start.of(process, began, event, share);
    }
  }

  private FunctionProcess process(Variant variant, World world) {
    return FunctionProcess.start(
        function(variant.stack(), world).with(variant.environment()),
        variant.command(),
        variant.task(),
        directory.resolve("variant-" + processes++ + ".txt"),
        world.wire(FUNCTION)::answer,
        clock);
  }
}
