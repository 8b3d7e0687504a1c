package aurora.restore.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;

/** The plan of a dry run, as a list to read: what would be made, for how long and for how much. */
final class PlanPage {
  /** Dollars in us-east-1 and us-west-2, as docs/deploy.md has them. */
  private static final double MOVED_GIB = 0.02;

  private static final double STORED_GIB_MONTH = 0.10;
  private static final double COPY_GIB_MONTH = 0.021;
  private static final double R6G_LARGE_HOUR = 0.26;

  /** How many times a large instance each size is. */
  private static final Map<String, Integer> SIZES =
      Map.of(
          "large",
          1,
          "xlarge",
          2,
          "2xlarge",
          4,
          "4xlarge",
          8,
          "8xlarge",
          16,
          "12xlarge",
          24,
          "16xlarge",
          32);

  private final JsonNode plan;
  private final Estimate estimate;

  PlanPage(JsonNode plan, Estimate estimate) {
    this.plan = plan;
    this.estimate = estimate;
  }

  void printTo(PrintWriter out, Width width) {
    var lines = new Lines(out, width);
    lines.say("a dry run: nothing was made. This is what would be:");
    lines.of("from", "snapshot " + plan.at("/snapshot/arn").asText());
    if (plan.get("copy_needed").asBoolean()) {
      lines.of("copy", plan.at("/copy/id").asText() + " in " + plan.get("target_region").asText());
    }
    var cluster = plan.get("cluster");
    lines.of("subnet group", cluster.get("subnet_group").asText());
    lines.of(
        "cluster",
        "%s  %s %s"
            .formatted(
                cluster.get("id").asText(),
                cluster.get("engine").asText(),
                cluster.get("engine_version").asText()));
    lines.of(
        "network",
        cluster.get("vpc_id").asText() + ", " + cluster.get("subnet_ids").size() + " subnets");
    instance(lines, "writer", plan.get("writer"));
    plan.get("readers").forEach(reader -> instance(lines, "reader", reader));
    if (plan.hasNonNull("expires_at")) {
      lines.of("deleted at", plan.get("expires_at").asText());
    }
    for (var warning : plan.path("warnings")) {
      lines.of("warning", warning.asText());
    }
    for (var finding : plan.path("findings")) {
      lines.of(
          "STOPS IT",
          "%s: %s; %s"
              .formatted(
                  finding.path("key").asText(),
                  finding.path("problem").asText(),
                  finding.path("remedy").asText()));
    }
    time(lines);
    price(lines);
  }

  private static void instance(Lines lines, String role, JsonNode instance) {
    lines.of(role, instance.get("id").asText() + "  " + instance.get("instance_class").asText());
  }

  private void time(Lines lines) {
    if (estimate.seconds() > 0) {
      lines.of(
          "takes",
          "about "
              + Lines.words(Duration.ofSeconds(estimate.seconds()))
              + ", as rehearsed with this seed; AWS promises no time");
    }
  }

  private void price(Lines lines) {
    var size = estimate.sizeGib();
    if (size != null && plan.get("copy_needed").asBoolean()) {
      lines.of(
          "costs once",
          "%.2f USD to move %d GiB between the regions".formatted(size * MOVED_GIB, size));
      lines.of("costs a month", "%.2f USD for the copy".formatted(size * COPY_GIB_MONTH));
    }
    if (size != null) {
      lines.of("costs a month", "%.2f USD for storage".formatted(size * STORED_GIB_MONTH));
    }
    var count = 1 + plan.get("readers").size();
    var instanceClass = plan.at("/writer/instance_class").asText();
    var times = instanceClass.startsWith("db.r6g.") ? SIZES.get(instanceClass.substring(7)) : null;
    lines.of(
        "costs an hour",
        times == null
            ? "%d instances of %s, by AWS's price list".formatted(count, instanceClass)
            : "%.2f USD for %d of %s"
                .formatted(count * times * R6G_LARGE_HOUR, count, instanceClass));
  }
}
