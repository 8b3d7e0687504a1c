package aurora.restore.infra.artifact;

import aurora.restore.infra.Synthesized;
import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * The files of the functions' container image, and how they are run: a JVM of its own, Lambda's
 * Runtime Interface Client, the deployed jar, and an ahead-of-time cache that is bound to all of
 * them. In the image they are below {@code /function}; here that is a directory of another.
 *
 * @param directory what is the image's root
 */
record ImageRoot(Path directory) {
  /** Not in {@code /opt}, where layers are put, nor in {@code /var/task}, where code is. */
  private static final String PLACE = "/function";

  static final String CACHE = PLACE + "/functions.aot";

  private static final String USE = "-XX:AOTCache=";
  private static final String OPTIONS = PLACE + "/options";

  /** As {@code infra/image/pom.xml} has it; a test holds the two together. */
  static final List<String> ENTRY_POINT =
      List.of(PLACE + "/java/bin/java", USE + CACHE, "@" + OPTIONS, AWSLambda.class.getName());

  /**
   * All that the functions and the client need, without the desktop that Jackson does without.
   * Whoever needs another one isn't found by the training, which does all that functions do.
   */
  private static final String MODULES =
      "java.base,java.logging,java.naming,java.sql,jdk.unsupported";

  /** What Jib gives every file, and what the cache remembers of those it was made with. */
  private static final FileTime MODIFIED = FileTime.from(Instant.ofEpochSecond(1));

  /** Copies, links and writes all but the cache. */
  static ImageRoot make(Path directory) throws IOException {
    var root = new ImageRoot(directory);
    Files.createDirectories(root.at(PLACE));
    link(root.at(PLACE + "/java"));
    Files.createDirectory(root.at(PLACE + "/jars"));
    for (var jar : Jar.values()) {
      Files.copy(jar.source(), root.at(jar.place()));
    }
    ManagedRuntime.copyNativeLibrary(root.at(PLACE + "/client.so"));
    Files.writeString(root.at(OPTIONS), String.join("\n", options()) + "\n");
    root.setTimes();
    return root;
  }

  /**
   * On the class path in this order; by names that tell no version, so that no manifest finds them.
   */
  private enum Jar {
    CLIENT,
    CORE,
    SERIALIZATION,
    UTILITIES,
    FUNCTIONS;

    private Path source() {
      return switch (this) {
        case CLIENT -> ManagedRuntime.jarOf(AWSLambda.class);
        case CORE -> ManagedRuntime.jarOf(LambdaRuntime.class);
        case SERIALIZATION -> ManagedRuntime.jarOf(PojoSerializer.class);
        case UTILITIES -> ManagedRuntime.jarOf(SdkInternalThreadLocal.class);
        case FUNCTIONS -> Synthesized.jar();
      };
    }

    private String place() {
      return PLACE + "/jars/" + name().toLowerCase(Locale.ROOT) + ".jar";
    }
  }

  /** The JVM's, as the file {@code options} has them. */
  private static List<String> options() {
    return List.of(
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-XX:MaxRAMPercentage=70",
        "-XX:-UsePerfData",
        "-Djava.net.preferIPv4Stack=true",
        "-Djdk.reflect.useNativeAccessorOnly=true",
        "--add-opens=java.base/java.io=ALL-UNNAMED",
        "--enable-native-access=ALL-UNNAMED",
        "-D" + ManagedRuntime.NATIVE_LIBRARY + "=" + PLACE + "/client.so",
        "-classpath",
        Stream.of(Jar.values()).map(Jar::place).collect(Collectors.joining(":")));
  }

  private static void link(Path java) {
    var jlink = ToolProvider.findFirst("jlink").orElseThrow();
    var status =
        jlink.run(
            System.out,
            System.err,
            "--add-modules",
            MODULES,
            "--strip-java-debug-attributes",
            "--no-header-files",
            "--no-man-pages",
            "--output",
            java.toString());
    if (status != 0) {
      throw new IllegalStateException("jlink ended with status " + status);
    }
  }

  private void setTimes() throws IOException {
    try (var files = Files.walk(directory)) {
      for (var file : files.toList()) {
        Files.setLastModifiedTime(file, MODIFIED);
      }
    }
  }

  /** Once the cache is there. */
  void seal() throws IOException {
    setTimes();
  }

  /** Where a path of the image is here. */
  Path at(String path) {
    return directory.resolve(path.substring(1));
  }

  /** Where the functions are started. */
  Path workingDirectory() {
    return at(PLACE);
  }

  /** The image's entry point, for its paths here, with the handler for its command. */
  List<String> command(String handler, String... more) {
    return run(handler, List.of(USE + CACHE), List.of(more));
  }

  /** The same, but it makes the cache when it ends. */
  List<String> training(String handler) {
    return run(handler, List.of("-XX:AOTCacheOutput=" + CACHE), List.of());
  }

  private List<String> run(String handler, List<String> cache, List<String> more) {
    var command = new ArrayList<String>();
    for (var argument : ENTRY_POINT) {
      if (argument.startsWith(USE)) {
        command.addAll(cache);
      } else if (argument.startsWith("@")) {
        command.addAll(lines(at(argument.substring(1))));
        command.addAll(more);
      } else {
        command.add(argument);
      }
    }
    command.add(handler);
    return command.stream().map(it -> it.replace(PLACE + "/", at(PLACE) + "/")).toList();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
