package aurora.restore.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stack puts its rooms together; none of them knows the stack, nor a room after it. */
class RoomsTest {
  private static final Path HERE = Path.of("src/main/java/aurora/restore/infra");
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import (?:static )?aurora\\.restore\\.infra\\.([\\w.]+);");

  @ParameterizedTest
  @CsvSource({
    "configuration, configuration",
    "permission, configuration|permission",
    "watch, configuration|permission|watch"
  })
  void roomKnowsThoseBeforeItAlone(String room, String known) throws IOException {
    for (var file : sources(HERE.resolve(room))) {
      assertThat(IMPORT.matcher(Files.readString(file)).results().map(it -> it.group(1)))
          .as(file.toString())
          .allMatch(it -> it.matches("(" + known + ")\\..+"));
    }
  }

  private static List<Path> sources(Path room) throws IOException {
    try (var files = Files.list(room)) {
      var sources = files.filter(it -> it.toString().endsWith(".java")).toList();
      assertThat(sources).hasSizeGreaterThan(1);
      return sources;
    }
  }
}
