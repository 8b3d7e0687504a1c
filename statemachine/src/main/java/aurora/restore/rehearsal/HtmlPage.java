package aurora.restore.rehearsal;

import aurora.restore.edge.Json;
import aurora.restore.error.Finding;
import aurora.restore.operation.CheckResult;
import aurora.restore.page.Html;
import aurora.restore.page.TimelinePicture;
import aurora.restore.simulation.sns.PublishedMessage;
import com.fasterxml.jackson.databind.JsonNode;
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
    return Html.page(
        "Rehearsal: " + outcome.status(),
        head()
            + Html.section("How long it took", TimelinePicture.of(outcome.seconds()))
            + Html.section("Step by step", steps())
            + Html.section("What the data was asked", checks())
            + Html.section("What was mailed", mails())
            + Html.section("Audit trail", trail())
            + Html.section("What was made", made())
            + Html.section("Faults", faults()));
  }

  private String head() {
    var head = new StringBuilder();
    head.append("<h1>The restore ")
        .append(Html.judged(outcome.status().toString(), outcome.isSucceeded()))
        .append("</h1>\n");
    if (outcome.isSucceeded() && !outcome.isDryRun()) {
      var output = outcome.output();
      head.append(Html.paragraph(output.get("cluster_arn").asText()));
      head.append(
          Html.paragraph(
              "RTO %s, from start to verified. RPO %s, the age of the snapshot. %d checks passed."
                  .formatted(
                      seconds(output.get("rto_seconds")),
                      seconds(output.get("rpo_seconds")),
                      output.get("verified").size())));
      output.get("warnings").forEach(it -> head.append(Html.paragraph("Warning: " + it.asText())));
    } else if (!outcome.isSucceeded()) {
      head.append(Html.paragraph(outcome.error() + " at " + outcome.failedState()));
      if (outcome.message() != null) {
        head.append("<pre>")
            .append(Html.escaped(outcome.message().replace(Finding.SEPARATOR, "\n")))
            .append("</pre>\n");
      }
    }
    var begun = course.isEmpty() ? "" : " Begun " + DAY.format(course.getFirst().at()) + ".";
    return head.append(Html.softParagraph("In a simulated AWS, by the simulated clock." + begun))
        .toString();
  }

  private String steps() {
    return Html.table(
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
            Html.escaped(mail.subject()),
            CLOCK.format(mail.at()),
            Html.escaped(mail.body().stripTrailing()));
  }

  private String trail() {
    return Html.table(
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
        ? Html.table(
            outcome
                .output()
                .path("checks")
                .valueStream()
                .map(it -> Json.MAPPER.convertValue(it, CheckResult.class))
                .map(it -> Html.named(it.name(), it.line()))
                .toList())
        : "";
  }

  private String made() {
    if (outcome.state() == null) {
      return "";
    }
    return Html.table(
        StreamSupport.stream(outcome.state().path("resources").spliterator(), false)
            .map(it -> Html.named(it.get("kind").asText(), it.get("id").asText()))
            .toList());
  }

  private String faults() {
    return Html.table(
        outcome.faults().stream()
            .map(
                it ->
                    "<tr><th>%s</th><td>%s %s</td></tr>\n"
                        .formatted(
                            Html.escaped(it.fault()),
                            Html.escaped(it.sentence()),
                            it.strikes() == 0
                                ? "<span class=\"bad\">Not triggered.</span>"
                                : "Struck " + it.strikes() + "x."))
            .toList());
  }

  private static String row(Instant at, String what, String more) {
    return "<tr><td class=\"time\">%s</td><td>%s</td><td>%s</td></tr>\n"
        .formatted(CLOCK.format(at), Html.escaped(what), Html.escaped(more));
  }

  private static String seconds(JsonNode seconds) {
    return Lines.words(Duration.ofSeconds(seconds.asLong()));
  }
}
