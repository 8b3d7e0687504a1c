package aurora.restore.simulation.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuietTest {
  @Test
  void worldLeftOpenPrintsNothingAndLetsTheProgramEnd(@TempDir Path directory)
      throws IOException, InterruptedException {
    var out = directory.resolve("out");
    var err = directory.resolve("err");
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java, "-cp", System.getProperty("java.class.path"), QuietWorld.class.getName())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();

    var ended = process.waitFor(60, TimeUnit.SECONDS);
    process.destroyForcibly();

    assertThat(err).hasContent("");
    assertThat(out).hasContent("");
    assertThat(ended).as("ended by itself").isTrue();
    assertThat(process.exitValue()).isZero();
  }
}
