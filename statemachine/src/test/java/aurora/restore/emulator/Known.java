package aurora.restore.emulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * In what the simulated DynamoDB and emulators are known to differ: the lines of {@code
 * known-differences.txt}.
 */
record Known(List<Difference> differences) {
  /** Equal but for the form of numbers and for capacity that nobody asked for. */
  private static final String TRIMMED = "untrimmed-number-or-unasked-capacity";

  /** Both patterns are of an answer's summary. */
  private record Difference(String name, Pattern ours, Pattern theirs) {
    boolean is(Answer simulated, Answer emulated) {
      return ours.matcher(simulated.summary()).matches()
          && theirs.matcher(emulated.summary()).matches()
          && agree(simulated, emulated);
    }

    /** Of two answers that tell something, one may tell more: what both tell is the same. */
    private static boolean agree(Answer simulated, Answer emulated) {
      if (!(simulated instanceof Answer.Done one && emulated instanceof Answer.Done other)) {
        return true;
      }
      var shared = new TreeMap<>(one.trimmed().members());
      shared.keySet().retainAll(other.trimmed().members().keySet());
      return other.trimmed().members().entrySet().containsAll(shared.entrySet());
    }
  }

  static Known load() {
    var differences = new ArrayList<Difference>();
    try (var in = Known.class.getResourceAsStream("known-differences.txt");
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (var line : lines.readAllLines()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          var cells = line.split("\\s+\\|\\s+");
          differences.add(
              new Difference(cells[0], Pattern.compile(cells[1]), Pattern.compile(cells[2])));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the known differences can't be read", e);
    }
    return new Known(List.copyOf(differences));
  }

  /** The name of the difference between two answers. */
  Optional<String> find(Answer simulated, Answer emulated) {
    if (simulated.trimmed().equals(emulated.trimmed())) {
      return Optional.of(TRIMMED);
    }
    return differences.stream()
        .filter(it -> it.is(simulated, emulated))
        .map(Difference::name)
        .findFirst();
  }
}
