package aurora.restore.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of what is deployed, as the build wrote it. */
public final class Release {
  private Release() {}

  /** E.g. {@code 1.2.0}. */
  public static String version() {
    try (var file = Release.class.getResourceAsStream("version.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
