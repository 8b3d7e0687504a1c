package aurora.restore.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.house.Repository;
import aurora.restore.operator.CurrentStep;
import aurora.restore.simulation.sns.PublishedMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/** What people see of a rehearsal: on a terminal of any width, and in a browser. */
class ShownTest {
  private static final Instant AT = Instant.parse("2026-11-23T03:00:00Z");
  private static final String DRY =
      """
      {
        "snapshot_id": "orders-2026-11-22", "source_region": "us-east-1", "target_region": "us-west-2",
        "vpc_id": "vpc-0a1b2c3d4e5f60718", "security_group_ids": ["sg-0a1b2c3d4e5f60718"],
        "subnet_ids": ["subnet-0a1b2c3d4e5f60001", "subnet-0a1b2c3d4e5f60002"], "dry_run": true
      }
      """;

  private static final String EXAMPLE = Repository.path("docs/examples/restore.json").toString();

  @TempDir private Path directory;
  private final StringWriter out = new StringWriter();

  private int run(String... arguments) {
    return Rehearse.commandLine()
        .setOut(new PrintWriter(out))
        .execute(
            Stream.concat(Stream.of("--speed", "max", "--input", EXAMPLE), Stream.of(arguments))
                .toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 80, 120, 200})
  void aLineOfTheCourseFitsTheTerminal(int columns) {
    var view = new ProgressView(new PrintWriter(out), new Width(columns), true, false);
    view.step(AT, new CurrentStep("Wait For Instance", "configuring-enhanced-monitoring", 37));
    view.step(AT, new CurrentStep("Wait For Cluster", "preparing-data-migration", 99));
    view.mail(mail("Aurora restore FAILED: orders in us-west-2, CopyFailed at Wait For Copy"));
    view.end();

    assertThat(out.toString().replaceAll("\u001b\\[K|\r", "").lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(columns));
    assertThat(out.toString()).contains(" 37 %");
    if (columns >= 80) {
      assertThat(out.toString()).as("percent before the bar").contains(" 37 % [###");
    }
  }

  private static PublishedMessage mail(String subject) {
    return new PublishedMessage(AT, "topic", "id", subject, "body\n", Map.of());
  }

  @Test
  void theMailsAreShownWhereSomebodyAsks() {
    assertThat(run("--fault", "copy-fails", "--show-mails")).isEqualTo(1);
    assertThat(out.toString()).contains("    | Remedy: mend the cause", "    | Runbook: docs/");
  }

  @Test
  void thePlanOfADryRunIsAListWithTimeAndPrice() {
    var stdin = System.in;
    System.setIn(new ByteArrayInputStream(DRY.getBytes(StandardCharsets.UTF_8)));
    try {
      var status =
          Rehearse.commandLine()
              .setOut(new PrintWriter(out))
              .execute("--speed", "max", "--input", "-");
      assertThat(status).isZero();
    } finally {
      System.setIn(stdin);
    }
    assertThat(out.toString())
        .contains("a dry run: nothing was made")
        .containsPattern("copy +aurora-restore-rehearsal-1 in us-west-2")
        .containsPattern("writer +orders-rehearsal-1-1  db.r6g.large")
        .containsPattern("takes +about [01]:\\d\\d:\\d\\d")
        .containsPattern("costs once +2.00 USD to move 100 GiB")
        .containsPattern("costs an hour +0.26 USD");
  }

  @Test
  void thePageStandsByItselfAndIsWellFormed() throws Exception {
    var page = directory.resolve("page.html");
    run("--fault", "copy-fails", "--redrive", "--html", page.toString());

    var html = Files.readString(page);
    assertThat(html)
        .contains("prefers-color-scheme: dark", "name=\"viewport\"", "<svg", "Remedy: ")
        .contains("REDRIVEN", "SNAPSHOT_COPIED", "copy-fails")
        .doesNotContainPattern("(src|href)=")
        .doesNotContain("<script", "url(");
    var body = html.substring(html.indexOf("<body>"), html.indexOf("</body>") + 7);
    assertThat(parsed(body).getElementsByTagName("details").getLength()).isGreaterThan(5);
  }

  private static org.w3c.dom.Document parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  @Test
  void aPageThatCantBeWrittenIsOneSentence() throws IOException {
    var err = new StringWriter();
    var status =
        Rehearse.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(
                "--speed",
                "max",
                "--input",
                EXAMPLE,
                "--html",
                directory.resolve("no/page.html").toString());
    assertThat(status).isEqualTo(1);
    assertThat(err.toString()).endsWith("page.html can't be written" + System.lineSeparator());
  }
}
