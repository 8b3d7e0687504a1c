package aurora.restore.telemetry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Figures of one moment, of metrics with the same dimensions.
 *
 * @param figures by metric
 * @param members what the line tells beside them: the values of dimensions other than the
 *     deployment, and what only the logs are asked for
 */
public record Measurement(Map<Metric, Long> figures, Map<String, String> members) {

  /**
   * @throws IllegalArgumentException where a dimension has no value, which would lose the figures
   */
  public Measurement {
    figures = new LinkedHashMap<>(figures);
    members = new LinkedHashMap<>(members);
    if (figures.isEmpty()) {
      throw new IllegalArgumentException("a measurement without figures");
    }
    for (var metric : figures.keySet()) {
      for (var dimension : dimensions(metric).toList()) {
        if (members.getOrDefault(dimension, "").isBlank()) {
          throw new IllegalArgumentException(metric.label() + " without its " + dimension);
        }
      }
    }
  }

  /** Of one metric that has no dimension but the deployment. */
  public static Measurement of(Metric metric, long figure) {
    return new Measurement(Map.of(metric, figure), Map.of());
  }

  private static Stream<String> dimensions(Metric metric) {
    return metric.dimensions().stream()
        .flatMap(set -> set.stream().filter(name -> !name.equals(Metric.DEPLOYMENT)))
        .distinct();
  }
}
