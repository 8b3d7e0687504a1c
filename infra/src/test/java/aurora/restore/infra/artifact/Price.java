package aurora.restore.infra.artifact;

import java.util.Locale;
import java.util.Map;

/**
 * What a restore's functions cost and how long they take, by the memory that they are given: Lambda
 * gives a function a share of a core by its memory, but whole cores to its init (AWS Lambda
 * Developer Guide, "Configure Lambda function memory"). Each starts once and is warm from then on.
 *
 * @param starts of each function, measured at a whole core
 * @param runs how often a restore runs each
 */
record Price(Figures starts, Map<String, Integer> runs) {
  private static final int[] SIZES = {256, 512, 1_024, 1_769};

  /** Of a GB-second on arm64 in us-east-1 and us-west-2, in November 2026. */
  private static final double DOLLARS = 0.0000133334;

  private static final String HEAD =
      """
      | memory MB | a restore's runs of functions, s | GB-seconds | dollars |
      |---|---|---|---|
      """;

  String table() {
    var table = new StringBuilder(HEAD);
    for (var size : SIZES) {
      var seconds = seconds(size / CoreShare.WHOLE);
      var billed = seconds * size / 1_024;
      table.append(
          String.format(
              Locale.ROOT,
              "| %,d | %.1f | %.1f | %.5f |%n",
              size,
              seconds,
              billed,
              billed * DOLLARS));
    }
    return table.toString();
  }

  private double seconds(double share) {
    return runs.entrySet().stream()
            .mapToDouble(
                run -> cold(run.getKey(), share) + warm(run.getKey(), run.getValue(), share))
            .sum()
        / 1_000;
  }

  private double cold(String function, double share) {
    return starts.median(function, it -> it.sumMillisAt(share));
  }

  private double warm(String function, int runs, double share) {
    return (runs - 1) * starts.median(function, Start::warmMillis) / share;
  }
}
