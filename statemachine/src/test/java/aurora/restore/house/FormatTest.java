package aurora.restore.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class FormatTest {
  @Test
  void everySourceIsAsTheFormatterWritesIt() throws FormatterException {
    var formatter = new Formatter();
    var unformatted = new ArrayList<String>();
    for (var file : Repository.files(".java")) {
      var source = Repository.read(file);
      var formatted = formatter.formatSourceAndFixImports(source);
      if (formatted.equals(source)) {
        continue;
      }
      if (Boolean.getBoolean("format.write")) {
        Repository.write(file, formatted);
      } else {
        unformatted.add(Repository.name(file));
      }
    }
    assertThat(unformatted)
        .as("to be formatted: ./mvnw verify -Dformat.write=true does it")
        .isEmpty();
  }
}
