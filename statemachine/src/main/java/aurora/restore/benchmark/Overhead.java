package aurora.restore.benchmark;

import aurora.restore.edge.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/**
 * Measures what a restore takes beyond what AWS needs, by the way its pauses are chosen: many
 * restores of snapshots from 10 GiB to 10 TiB, and prints the rows that {@code docs/benchmarks.md}
 * has.
 */
public final class Overhead {
  /** The longest that an input may ask for: large snapshots take longer than a day. */
  private static final int COPY_DEADLINE_HOURS = 48;

  private Overhead() {}

  /**
   * @param arguments the input's file, then how many restores
   */
  public static void main(String[] arguments) throws IOException {
    var input = (ObjectNode) Json.MAPPER.readTree(Path.of(arguments[0]).toFile());
    input.put("copy_deadline_hours", COPY_DEADLINE_HOURS);
    var runs = Integer.parseInt(arguments[1]);
    for (var pausing : Pausing.values()) {
      print(System.out, pausing, runs, measured(input, runs, pausing));
    }
  }

  private static List<RestoreTime> measured(JsonNode input, int runs, Pausing pausing) {
    return LongStream.rangeClosed(1, runs)
        .mapToObj(seed -> RestoreTime.of(input, seed, pausing).stream())
        .flatMap(measurements -> measurements)
        .toList();
  }

  private static void print(
      PrintStream out, Pausing pausing, int runs, List<RestoreTime> measured) {
    out.printf(
        Locale.ROOT,
        "| %s | %.2f | %.2f | %.2f | %.0f | %.0f | %.0f | %.0f | %d |%n",
        pausing.inWords,
        quantile(measured, 0.5, RestoreTime::percent),
        quantile(measured, 0.9, RestoreTime::percent),
        quantile(measured, 0.99, RestoreTime::percent),
        quantile(measured, 0.5, RestoreTime::transitions),
        quantile(measured, 0.5, RestoreTime::runs),
        quantile(measured, 0.5, RestoreTime::updates),
        quantile(measured, 1, RestoreTime::events),
        runs - measured.size());
  }

  private static double quantile(
      List<RestoreTime> measured, double part, ToDoubleFunction<RestoreTime> figure) {
    var sorted = measured.stream().mapToDouble(figure).sorted().toArray();
    return sorted[(int) Math.min(sorted.length - 1, part * sorted.length)];
  }
}
