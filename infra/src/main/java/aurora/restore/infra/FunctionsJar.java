package aurora.restore.infra;

import java.nio.file.Files;
import java.nio.file.Path;

/** The one jar that all functions are made of: what module {@code lambdas} packages. */
final class FunctionsJar {
  private FunctionsJar() {}

  /**
   * @param lambdas the module's directory
   * @throws IllegalStateException naming the command that makes the jar, where it isn't there
   */
  static Path require(Path lambdas) {
    var jar = lambdas.resolve("target").resolve("functions.jar");
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException(
          "there is no "
              + jar.toAbsolutePath().normalize()
              + ": make it with ./mvnw -pl lambdas -DskipTests package");
    }
    return jar;
  }
}
