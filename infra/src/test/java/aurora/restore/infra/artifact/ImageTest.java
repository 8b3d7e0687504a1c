package aurora.restore.infra.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aurora.restore.engine.TaskRunner.Outcome;
import aurora.restore.infra.Synthesized;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The container image that Jib has made. Run by {@code .ci/image}, which makes it. */
@EnabledIfSystemProperty(
    named = "image.tar",
    matches = ".+",
    disabledReason = "it takes a minute to make: .ci/image makes it and runs this")
class ImageTest {
  private static final String FUNCTION = "WaitForCopy";

  /** Instead of going without the cache, the JVM ends. */
  private static final String CACHE_OR_NOTHING = "-XX:AOTMode=on";

  @TempDir Path directory;
  private Path unpacked;
  private JsonNode manifest;
  private JsonNode config;

  @BeforeEach
  void unpack() throws Exception {
    unpacked = Files.createDirectory(directory.resolve("tar"));
    tar(Path.of(System.getProperty("image.tar")), unpacked);
    manifest = Synthesized.JSON.readTree(unpacked.resolve("manifest.json").toFile()).path(0);
    config = Synthesized.JSON.readTree(unpacked.resolve(manifest.path("Config").asText()).toFile());
  }

  /** With the files' times, which the cache is bound to. */
  private static void tar(Path file, Path into) throws Exception {
    var process =
        new ProcessBuilder(
                "tar",
                "--warning=no-unknown-keyword",
                "-xf",
                file.toAbsolutePath().toString(),
                "-C",
                into.toString())
            .inheritIO()
            .start();
    assertThat(process.waitFor()).as("tar's status for %s", file).isZero();
  }

  private ImageRoot root() throws Exception {
    var root = Files.createDirectory(directory.resolve("root"));
    for (var layer : manifest.path("Layers")) {
      tar(unpacked.resolve(layer.asText()), root);
    }
    return new ImageRoot(root);
  }

  @Test
  void layersAreWhatTheManifestSays() throws Exception {
    var layers = manifest.path("Layers");
    var differences = config.at("/rootfs/diff_ids");

    assertThat(layers).isNotEmpty().hasSameSizeAs(differences);
    for (int at = 0; at < layers.size(); at++) {
      var file = unpacked.resolve(layers.path(at).asText());
      assertThat(layers.path(at).asText()).isEqualTo(sha256(Files.readAllBytes(file)) + ".tar.gz");
      try (var content = new GZIPInputStream(Files.newInputStream(file))) {
        assertThat(differences.path(at).asText())
            .isEqualTo("sha256:" + sha256(content.readAllBytes()));
      }
    }
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void itStartsLambdasClientOnItsOwnJvm() {
    var processor = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";

    assertThat(config.path("architecture").asText()).isEqualTo(processor);
    assertThat(config.path("os").asText()).isEqualTo("linux");
    assertThat(Synthesized.texts(config.at("/config/Entrypoint"))).isEqualTo(ImageRoot.ENTRY_POINT);
    assertThat(config.at("/config/WorkingDir").asText()).isEqualTo("/function");
  }

  @Test
  void anEventIsHandledOutOfTheCache() throws Exception {
    var root = root();

    var printed = new AtomicReference<String>();
    assertThat(run(root, printed, CACHE_OR_NOTHING)).isInstanceOf(Outcome.Answered.class);
    assertThat(printed.get().lines())
        .as("nothing is logged that isn't a line of JSON")
        .isNotEmpty()
        .allMatch(line -> line.startsWith("{") && line.endsWith("}"));
  }

  @Test
  void aCacheThatCannotBeUsedIsToldInTheLogAndGoneWithout() throws Exception {
    var root = root();
    try (var cache = FileChannel.open(root.at(ImageRoot.CACHE), StandardOpenOption.WRITE)) {
      cache.truncate(cache.size() / 2);
    }

    var printed = new AtomicReference<String>();
    assertThat(run(root, printed)).isInstanceOf(Outcome.Answered.class);
    assertThat(printed.get()).contains("[warning][aot] The AOT cache has been truncated.");
    assertThatThrownBy(() -> run(root, printed, CACHE_OR_NOTHING))
        .isInstanceOf(FunctionBroken.class)
        .hasMessageContaining("ended with status 1");
  }

  /** The first event of a restore for the function; the restore goes on in this JVM. */
  private Outcome run(ImageRoot root, AtomicReference<String> printed, String... options) {
    var clock = InstantSource.system();
    var outcome = new AtomicReference<Outcome>();
    try (var world = Day.morning(clock.instant())) {
      var function = DeployedFunctions.ofMachines(Synthesized.image(), world).get(FUNCTION);
      world.runFunctions(
          here ->
              (name, event) -> {
                if (name.equals(FUNCTION) && outcome.get() == null) {
                  try (var process =
                      FunctionProcess.start(
                          function,
                          root.command(function.handler(), options),
                          root.workingDirectory(),
                          directory.resolve("printed.txt"),
                          world.wire(FUNCTION)::answer,
                          clock)) {
                    outcome.set(process.invoke(event));
                    printed.set(process.printed());
                  }
                }
                return here.run(name, event);
              });
      world.restore("drill-1", Day.input());
    }
    return outcome.get();
  }
}
