package aurora.restore.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.house.Repository;
import aurora.restore.json.JsonText;
import aurora.restore.world.JsonFile;
import aurora.restore.world.World;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** Evidence as people and programs get it. */
class ShownEvidenceTest {
  private static final SigningKey KEY = SigningKey.of("evidence");

  private World world;
  private Examined examined;

  @BeforeEach
  void restore() {
    var input = JsonFile.read(Repository.path("docs/examples/restore.json"));
    world = World.of(input, 1);
    world.restore("drill-1", input);
    var table = new AuditTable(world.console().dynamoDb(), World.AUDIT_TABLE, "drill-1");
    table.writeEvidence(KEY);
    examined =
        new Auditor(table.dynamoDb(), table.name(), _ -> KEY.publicKey(), KEY.arn())
            .examine("drill-1")
            .orElseThrow();
  }

  @AfterEach
  void end() {
    world.close();
  }

  @Test
  void theTextTellsWhatAnAuditorAsks() {
    assertThat(String.join("\n", EvidenceText.lines(examined)))
        .startsWith("Evidence of operation drill-1: COMPLETED\n\nVerification\n")
        .contains("! RTO", "1:05:00 of 1:00:00, NOT MET")
        .contains("RPO of the data", "2:01:00 of 4:00:00, met")
        .contains(
            "requested by", "A. Jones", "approved by", "B. Smith", "the schedule weekly-drill")
        .contains("PASSED: expected at least 1000, found 48213")
        .contains("No application connected.", "restore larger instances")
        .contains("other region", "not removed", "SNAPSHOT_COPIED")
        .containsSubsequence(
            "  plan", "  copy", "  restore", "  instances", "  verify", "  checks");
  }

  @Test
  void thePageStandsByItselfAndTellsTheSame() throws Exception {
    var html = EvidencePage.html(examined);

    assertThat(html)
        .contains("prefers-color-scheme: dark", "name=\"viewport\"", "<svg", "NOT MET")
        .contains("&lt;orders&gt;&amp;1")
        .doesNotContainPattern("(src|href)=")
        .doesNotContain("<script", "url(");
    var body = html.substring(html.indexOf("<body>"), html.indexOf("</body>") + 7);
    var parsed =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(body)));
    for (var section : new Contents(examined).all()) {
      assertThat(parsed.getDocumentElement().getTextContent()).contains(section.heading());
    }
  }

  @Test
  void aProgramGetsTheVeryTextThatWasSigned() throws Exception {
    var json = JsonText.read(ExaminedJson.of(examined).toPrettyString());

    assertThat(json.path("document").asText()).isEqualTo(examined.row().document());
    assertThat(json.path("evidence")).isEqualTo(JsonText.read(examined.row().document()));
    assertThat(json.at("/proofs/2/result").asText()).isEqualTo("HOLDS");
    assertThat(json.at("/signature/key_arn").asText()).isEqualTo(KEY.arn());
  }
}
