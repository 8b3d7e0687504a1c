package aurora.restore.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionsJarTest {
  @Test
  void aJarThatIsNotThereIsNamedWithTheCommandThatMakesIt(@TempDir Path lambdas) {
    assertThatThrownBy(() -> FunctionsJar.require(lambdas))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll(
            lambdas.toString(), "functions.jar", "./mvnw -pl lambdas -DskipTests package");
  }

  @Test
  void aJarThatIsThereIsTaken(@TempDir Path lambdas) throws Exception {
    var jar = Files.createDirectory(lambdas.resolve("target")).resolve("functions.jar");
    Files.createFile(jar);

    assertThat(FunctionsJar.require(lambdas)).isEqualTo(jar);
  }
}
