package aurora.restore.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FormatTest {
  private final Formatter formatter = new Formatter();

  @Test
  void everySourceIsAsTheFormatterWritesIt() {
    var unformatted =
        Repository.files(".java").parallelStream()
            .filter(this::isUnformatted)
            .map(Repository::name)
            .toList();
    assertThat(unformatted)
        .as("to be formatted: ./mvnw verify -Dformat.write=true does it")
        .isEmpty();
  }

  /** Asked to write, formats the file, which then is as it should be. */
  private boolean isUnformatted(Path file) {
    var source = Repository.read(file);
    var formatted = formatted(file, source);
    if (formatted.equals(source)) {
      return false;
    }
    if (Boolean.getBoolean("format.write")) {
      Repository.write(file, formatted);
      return false;
    }
    return true;
  }

  private String formatted(Path file, String source) {
    try {
      return formatter.formatSourceAndFixImports(source);
    } catch (FormatterException e) {
      throw new AssertionError(Repository.name(file) + " can't be read as Java", e);
    }
  }
}
