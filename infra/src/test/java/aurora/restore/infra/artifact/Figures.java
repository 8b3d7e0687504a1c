package aurora.restore.infra.artifact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What was measured, by what it was measured of, as tables of Markdown. */
final class Figures {
  private static final String HEAD =
      """
      | | init ms | first event ms | sum ms (least, most) | processor ms | warm ms | memory MB |
      |---|---|---|---|---|---|---|
      """;

  private static final String RATIOS_HEAD =
      """
      | | init ms | first event ms | sum ms | processor ms | sum ms at 0.29 of a core | memory MB |
      |---|---|---|---|---|---|---|
      """;

  private final Map<String, List<Start>> starts = new LinkedHashMap<>();

  void add(String of, Start start) {
    starts.computeIfAbsent(of, name -> new ArrayList<>()).add(start);
  }

  String table() {
    var table = new StringBuilder(HEAD);
    starts.forEach((of, all) -> table.append(row(of, all)));
    return table.toString();
  }

  /** One row for all: of each function its median, and of those the mean. */
  String mean(String of) {
    return String.format(
        Locale.ROOT,
        "| %s | %.0f | %.0f | %.0f | %.0f | %.1f | %.0f |%n",
        of,
        mean(Start::initMillis),
        mean(Start::firstMillis),
        mean(Start::sumMillis),
        mean(Start::processorMillis),
        mean(Start::warmMillis),
        mean(Start::residentMegabytes));
  }

  /**
   * Of each its medians, and in brackets by how much they are more than those of one of them.
   *
   * @param held the same where each was held to the share of a core; empty where that couldn't be,
   *     and is computed
   */
  String ratios(String one, Optional<Figures> held) {
    var table = new StringBuilder(RATIOS_HEAD);
    var base = starts.get(one);
    starts.forEach(
        (of, all) ->
            table.append(
                String.format(
                    Locale.ROOT,
                    "| %s | %.0f | %.0f | %s | %s | %s | %.0f |%n",
                    of,
                    median(all, Start::initMillis),
                    median(all, Start::firstMillis),
                    ratio(all, base, Start::sumMillis),
                    ratio(all, base, Start::processorMillis),
                    held.map(it -> ratio(it.starts.get(of), it.starts.get(one), Start::sumMillis))
                        .orElseGet(
                            () -> ratio(all, base, start -> start.sumMillisAt(CoreShare.SMALL))),
                    median(all, Start::residentMegabytes))));
    return table.toString();
  }

  private static String ratio(List<Start> all, List<Start> base, ToDoubleFunction<Start> figure) {
    var median = median(all, figure);
    return String.format(Locale.ROOT, "%.0f (%.2f)", median, median / median(base, figure));
  }

  /** The median of what was measured of one. */
  double median(String of, ToDoubleFunction<Start> figure) {
    return median(starts.get(of), figure);
  }

  private double mean(ToDoubleFunction<Start> figure) {
    return starts.values().stream().mapToDouble(all -> median(all, figure)).average().orElseThrow();
  }

  private static String row(String of, List<Start> all) {
    var sums = all.stream().mapToDouble(Start::sumMillis).summaryStatistics();
    return String.format(
        Locale.ROOT,
        "| %s | %.0f | %.0f | %.0f (%.0f, %.0f) | %.0f | %.1f | %.0f |%n",
        of,
        median(all, Start::initMillis),
        median(all, Start::firstMillis),
        median(all, Start::sumMillis),
        sums.getMin(),
        sums.getMax(),
        median(all, Start::processorMillis),
        median(all, Start::warmMillis),
        median(all, Start::residentMegabytes));
  }

  private static double median(List<Start> all, ToDoubleFunction<Start> figure) {
    var sorted = all.stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
