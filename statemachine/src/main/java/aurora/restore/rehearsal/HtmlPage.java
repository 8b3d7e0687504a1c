package aurora.restore.rehearsal;

import aurora.restore.edge.Json;
import aurora.restore.error.Finding;
import aurora.restore.operation.CheckResult;
import aurora.restore.simulation.sns.PublishedMessage;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A rehearsal as one page for a browser: it needs no network, and no other file. */
final class HtmlPage {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneOffset.UTC);

  private final Outcome outcome;
  private final List<Recording.Entry> course;

  HtmlPage(Outcome outcome, List<Recording.Entry> course) {
    this.outcome = outcome;
    this.course = course;
  }

  String html() {
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%s</title>
    <style>
    %s</style>
    </head>
    <body>
    %s%s%s%s%s%s%s%s</body>
    </html>
    """
        .formatted(
            escaped(title()),
            css(),
            head(),
            section("How long it took", TimelinePicture.of(outcome.seconds())),
            section("Step by step", steps()),
            section("What the data was asked", checks()),
            section("What was mailed", mails()),
            section("Audit trail", trail()),
            section("What was made", made()),
            section("Faults", faults()));
  }

  private String title() {
    return "Rehearsal: " + outcome.status();
  }

  private String head() {
    var colour = outcome.isSucceeded() ? "good" : "bad";
    var head = new StringBuilder();
    head.append("<h1>The restore <span class=\"").append(colour).append("\">");
    head.append(outcome.status()).append("</span></h1>\n");
    if (outcome.isSucceeded() && !outcome.isDryRun()) {
      var output = outcome.output();
      head.append(paragraph(output.get("cluster_arn").asText()));
      head.append(
          paragraph(
              "RTO %s, from start to verified. RPO %s, the age of the snapshot. %d checks passed."
                  .formatted(
                      seconds(output.get("rto_seconds")),
                      seconds(output.get("rpo_seconds")),
                      output.get("verified").size())));
      output.get("warnings").forEach(it -> head.append(paragraph("Warning: " + it.asText())));
    } else if (!outcome.isSucceeded()) {
      head.append(paragraph(outcome.error() + " at " + outcome.failedState()));
      if (outcome.message() != null) {
        head.append("<pre>")
            .append(escaped(outcome.message().replace(Finding.SEPARATOR, "\n")))
            .append("</pre>\n");
      }
    }
    return head.append("<p class=\"soft\">In a simulated AWS, by the simulated clock. ")
        .append(course.isEmpty() ? "" : "Begun " + DAY.format(course.getFirst().at()) + ".")
        .append("</p>\n")
        .toString();
  }

  private String steps() {
    return table(
        course.stream()
            .filter(entry -> !entry.what().equals("mail"))
            .map(entry -> row(entry.at(), entry.what(), seen(entry)))
            .toList());
  }

  private static String seen(Recording.Entry entry) {
    return (entry.observed() == null ? "" : entry.observed())
        + (entry.percent() == null ? "" : " " + entry.percent() + " %");
  }

  private String mails() {
    return outcome.notifications().stream().map(HtmlPage::mail).collect(Collectors.joining());
  }

  private static String mail(PublishedMessage mail) {
    return "<details><summary>%s <span class=\"soft\">%s</span></summary><pre>%s</pre></details>\n"
        .formatted(
            escaped(mail.subject()), CLOCK.format(mail.at()), escaped(mail.body().stripTrailing()));
  }

  private String trail() {
    return table(
        outcome.audit().stream()
            .map(
                row ->
                    row(
                        Instant.parse(row.get("at").asText()),
                        row.get("event").asText(),
                        row.path("state").asText("")))
            .toList());
  }

  /** Of a restore that failed, the message has them. */
  private String checks() {
    return outcome.isSucceeded()
        ? table(
            outcome
                .output()
                .path("checks")
                .valueStream()
                .map(it -> Json.MAPPER.convertValue(it, CheckResult.class))
                .map(
                    it ->
                        "<tr><th>%s</th><td>%s</td></tr>\n"
                            .formatted(escaped(it.name()), escaped(it.line())))
                .toList())
        : "";
  }

  private String made() {
    if (outcome.state() == null) {
      return "";
    }
    return table(
        StreamSupport.stream(outcome.state().path("resources").spliterator(), false)
            .map(
                it ->
                    "<tr><th>%s</th><td>%s</td></tr>\n"
                        .formatted(
                            escaped(it.get("kind").asText()), escaped(it.get("id").asText())))
            .toList());
  }

  private String faults() {
    return table(
        outcome.faults().stream()
            .map(
                it ->
                    "<tr><th>%s</th><td>%s %s</td></tr>\n"
                        .formatted(
                            escaped(it.fault()),
                            escaped(it.sentence()),
                            it.strikes() == 0
                                ? "<span class=\"bad\">Not triggered.</span>"
                                : "Struck " + it.strikes() + "x."))
            .toList());
  }

  private static String row(Instant at, String what, String more) {
    return "<tr><td class=\"time\">%s</td><td>%s</td><td>%s</td></tr>\n"
        .formatted(CLOCK.format(at), escaped(what), escaped(more));
  }

  private static String table(List<String> rows) {
    return rows.isEmpty() ? "" : "<table>\n" + String.join("", rows) + "</table>\n";
  }

  /** Nothing where there is nothing to tell. */
  private static String section(String heading, String content) {
    return content.isEmpty() ? "" : "<h2>" + heading + "</h2>\n" + content;
  }

  private static String paragraph(String text) {
    return "<p>" + escaped(text) + "</p>\n";
  }

  private static String seconds(JsonNode seconds) {
    return Lines.words(Duration.ofSeconds(seconds.asLong()));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String css() {
    try (var css = HtmlPage.class.getResourceAsStream("page.css")) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
