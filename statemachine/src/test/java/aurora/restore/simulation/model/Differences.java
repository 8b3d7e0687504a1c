package aurora.restore.simulation.model;

import aurora.restore.simulation.model.Examples.Example;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where the simulation's answers may differ from the examples, each with its reason: the list
 * {@code example-differences.txt}.
 */
public final class Differences {
  private static final String LIST = "aurora/restore/simulation/model/example-differences.txt";

  /**
   * @param subject what differs: a structure such as {@code DBCluster} in all examples, or one
   *     situation; or operations that no example shows
   * @param members paths; empty for an operation
   */
  public record Difference(String subject, List<String> members, String reason) {}

  private Differences() {}

  public static List<Difference> all() {
    try (var in = Differences.class.getClassLoader().getResourceAsStream(LIST)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(Differences::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(LIST + " can't be read", e);
    }
  }

  private static Difference read(String line) {
    var parts = line.split(" \\| ");
    if (parts.length != 3) {
      throw new IllegalArgumentException(LIST + " has a line without three parts: " + line);
    }
    var members = parts[1].equals("none") ? List.<String>of() : Arrays.asList(parts[1].split(", "));
    return new Difference(parts[0], members, parts[2]);
  }

  /** What no example shows, of all operations asked for. */
  static Set<String> operations() {
    var operations = new TreeSet<String>();
    all().stream()
        .filter(it -> it.members().isEmpty())
        .forEach(it -> operations.addAll(Arrays.asList(it.subject().split(", "))));
    return operations;
  }

  /** The members of an example that may differ. */
  static Set<String> of(Example example) {
    var members = new TreeSet<String>();
    all().stream()
        .filter(it -> List.of(example.subject(), example.situation()).contains(it.subject()))
        .forEach(it -> members.addAll(it.members()));
    return members;
  }
}
