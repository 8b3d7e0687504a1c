package aurora.restore.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.edge.Json;
import aurora.restore.house.Repository;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rehearse evidence}, as it is typed. */
class RehearsedEvidenceTest {
  private static final String EXAMPLES = Repository.path("docs/examples").toString();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String example, String... words) {
    return Rehearse.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(
            Stream.concat(Stream.of("--input", EXAMPLES + "/" + example), Stream.of(words))
                .toArray(String[]::new));
  }

  private JsonNode document() throws Exception {
    return Json.MAPPER.readTree(out.toString());
  }

  @Test
  void theEvidenceOfARestoreThatIsCleanedUpHoldsAndTellsBoth() throws Exception {
    assertThat(run("restore.json", "--then-clean-up", "evidence")).isZero();

    assertThat(document().path("result").asText()).isEqualTo("HOLDS");
    assertThat(document().at("/evidence/outcome").asText()).isEqualTo("CLEANED_UP");
    assertThat(document().at("/evidence/trail/events").findValuesAsText("event"))
        .contains("COMPLETED", "EVIDENCE", "CLEANED_UP");
    assertThat(document().at("/evidence/resources").findValuesAsText("removed_at")).isNotEmpty();
  }

  @Test
  void theEvidenceOfARestoreThatFailedSaysWhyAndWhatToDo(@TempDir Path directory) throws Exception {
    var page = directory.resolve("evidence.html");
    assertThat(run("restore.json", "--fault", "copy-fails", "evidence", "--html", page.toString()))
        .isZero();

    assertThat(out.toString().lines()).hasSize(3).allMatch(line -> line.startsWith("ok "));
    assertThat(Files.readString(page))
        .contains("<span class=\"bad\">FAILED</span>", "The evidence holds", "CopyFailed")
        .contains("remedy");
  }

  @Test
  void aDryRunLeavesNone() {
    assertThat(run("dry-run.json", "evidence")).isEqualTo(1);
    assertThat(err.toString()).contains("left no evidence");
  }

  @Test
  void whatCantBeWrittenIsOneSentence(@TempDir Path directory) {
    var page = directory.resolve("no/evidence.html").toString();
    assertThat(run("restore.json", "evidence", "--html", page)).isEqualTo(1);
    assertThat(err.toString()).endsWith("evidence.html can't be written" + System.lineSeparator());
  }
}
