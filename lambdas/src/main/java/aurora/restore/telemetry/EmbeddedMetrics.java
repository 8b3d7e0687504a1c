package aurora.restore.telemetry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * Makes of a line one that CloudWatch Logs takes figures out of: a JSON object whose {@code _aws}
 * says which of its members are metrics and which are dimensions (CloudWatch User Guide,
 * "Specification: Embedded metric format"). Needs no call and no permission.
 */
final class EmbeddedMetrics {
  private EmbeddedMetrics() {}

  static void into(ObjectNode line, Measurement measurement, Instant now) {
    measurement.members().forEach(line::put);
    var aws = line.putObject("_aws");
    aws.put("Timestamp", now.toEpochMilli());
    var directives = aws.putArray("CloudWatchMetrics");
    measurement
        .figures()
        .forEach(
            (metric, figure) -> {
              describe(directives.addObject(), metric);
              line.put(metric.label(), figure);
            });
  }

  private static void describe(ObjectNode directive, Metric metric) {
    directive.put("Namespace", Metric.NAMESPACE);
    ArrayNode sets = directive.putArray("Dimensions");
    metric.dimensions().forEach(set -> set.forEach(sets.addArray()::add));
    directive
        .putArray("Metrics")
        .addObject()
        .put("Name", metric.label())
        .put("Unit", metric.unit().label());
  }
}
