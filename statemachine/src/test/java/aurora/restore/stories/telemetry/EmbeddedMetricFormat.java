package aurora.restore.stories.telemetry;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks a line against the rules of the embedded metric format (CloudWatch User Guide,
 * "Specification: Embedded metric format"; of dimensions and units CloudWatch API Reference,
 * "Dimension" and "MetricDatum"). Stricter where the specification passes over a mistake in
 * silence, since the metric would be missing as silently.
 */
final class EmbeddedMetricFormat {
  /** What every event could be that CloudWatch Logs ever took. */
  private static final int MOST_BYTES = 256 * 1024;

  private static final int MOST_METRICS = 100;

  /** Thirty today; nine when the format was young. */
  private static final int MOST_DIMENSIONS = 9;

  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_DIMENSION = 1024;

  /** The first of 2001, in milliseconds: whatever is less was meant in seconds. */
  private static final long LEAST_MILLIS = 978_307_200_000L;

  private static final Set<String> UNITS =
      Set.of("Seconds", "Milliseconds", "Microseconds", "Bytes", "Percent", "Count", "None");

  private final JsonNode root;
  private final List<String> findings = new ArrayList<>();

  private EmbeddedMetricFormat(JsonNode root) {
    this.root = root;
  }

  /** All that is wrong with a line; none where CloudWatch finds its metrics. */
  static List<String> findings(JsonNode line) {
    var check = new EmbeddedMetricFormat(line);
    check.run();
    return check.findings;
  }

  private void run() {
    var aws = root.path("_aws");
    requireMembers("_aws", aws, Set.of("Timestamp", "CloudWatchMetrics"), Set.of());
    require(
        aws.path("Timestamp").isIntegralNumber()
            && aws.path("Timestamp").longValue() >= LEAST_MILLIS,
        "Timestamp isn't in milliseconds since 1970");
    require(!aws.path("CloudWatchMetrics").isEmpty(), "there is no directive");
    aws.path("CloudWatchMetrics").forEach(this::checkDirective);
    var bytes = root.toString().getBytes(StandardCharsets.UTF_8).length;
    require(bytes <= MOST_BYTES, "the line has " + bytes + " bytes");
  }

  private void checkDirective(JsonNode directive) {
    requireMembers(
        "a directive", directive, Set.of("Namespace", "Dimensions", "Metrics"), Set.of());
    var namespace = directive.path("Namespace").asText();
    require(
        namespace.matches("[A-Za-z0-9._/#-]{1," + LONGEST_NAME + "}")
            && !namespace.startsWith("AWS/"),
        "the namespace is " + namespace);
    require(!directive.path("Dimensions").isEmpty(), "there is no set of dimensions");
    directive.path("Dimensions").forEach(this::checkDimensions);
    var metrics = directive.path("Metrics");
    require(
        !metrics.isEmpty() && metrics.size() <= MOST_METRICS,
        "there are " + metrics.size() + " metrics");
    metrics.forEach(this::checkMetric);
  }

  private void checkDimensions(JsonNode set) {
    require(set.isArray() && set.size() <= MOST_DIMENSIONS, "a set of dimensions is " + set);
    var seen = new HashSet<String>();
    for (var name : set) {
      require(name.isTextual() && seen.add(name.asText()), "a dimension is " + name);
      var value = root.path(name.asText());
      require(
          value.isTextual()
              && value.asText().matches("[\\x20-\\x7e]{1," + LONGEST_DIMENSION + "}")
              && !value.asText().isBlank()
              && !value.asText().startsWith(":"),
          "dimension " + name.asText() + " is " + value);
    }
  }

  private void checkMetric(JsonNode metric) {
    requireMembers("a metric", metric, Set.of("Name"), Set.of("Unit", "StorageResolution"));
    var name = metric.path("Name").asText();
    require(!name.isEmpty() && name.length() <= LONGEST_NAME, "a metric is named " + name);
    require(root.path(name).isNumber(), "metric " + name + " is " + root.path(name));
    require(
        UNITS.contains(metric.path("Unit").asText("None")),
        "the unit of " + name + " is " + metric.path("Unit"));
  }

  private void requireMembers(
      String what, JsonNode object, Set<String> needed, Set<String> allowed) {
    var members = object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    require(members.containsAll(needed), what + " lacks one of " + needed);
    members.removeAll(needed);
    members.removeAll(allowed);
    require(members.isEmpty(), what + " has " + members);
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      findings.add(otherwise);
    }
  }
}
