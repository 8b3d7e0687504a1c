package aurora.restore.simulation.dynamodb.expression;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Names that have to go by a placeholder (DynamoDB Developer Guide, "Reserved words"). */
final class ReservedWords {
  private static final Set<String> ALL = load();

  private ReservedWords() {}

  /** In whatever case. */
  static boolean contain(String name) {
    return ALL.contains(name.toUpperCase(Locale.ROOT));
  }

  private static Set<String> load() {
    try (var in = ReservedWords.class.getResourceAsStream("reserved-words.txt");
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return new TreeSet<>(lines.readAllLines());
    } catch (IOException e) {
      throw new UncheckedIOException("the list of reserved words can't be read", e);
    }
  }
}
