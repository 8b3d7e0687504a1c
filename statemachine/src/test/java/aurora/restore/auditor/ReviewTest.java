package aurora.restore.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.audit.Attributes;
import aurora.restore.auditor.Review.Verdict;
import aurora.restore.house.Repository;
import aurora.restore.world.JsonFile;
import aurora.restore.world.World;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReviewTest {
  private static final String OPERATION = "drill-1";

  private World world;
  private AuditTable table;

  @BeforeEach
  void restore() {
    var input = JsonFile.read(Repository.path("docs/examples/restore.json"));
    world = World.of(input, 1);
    world.restore(OPERATION, input);
    table = new AuditTable(world.console().dynamoDb(), World.AUDIT_TABLE, OPERATION);
    table.writeEvidence(null);
  }

  @AfterEach
  void end() {
    world.close();
  }

  private Examined examined() {
    return new Auditor(table.dynamoDb(), table.name(), _ -> null, null)
        .examine(OPERATION)
        .orElseThrow();
  }

  private Review note(Instant now, String reviewer, Verdict verdict) {
    var review = Review.of(examined(), now, "arn:aws:iam::1:user/jones", reviewer, verdict, "seen");
    table.put(review.item(examined().timeToLive()));
    return review;
  }

  @Test
  void aReviewSaysWhoSawWhichDocument() {
    var review = note(world.now(), "A. Jones", Verdict.ACCEPTED);

    assertThat(examined().reviews()).containsExactly(review);
    assertThat(review.evidenceDigest()).isEqualTo(examined().row().digest());
    assertThat(table.row("REVIEW").get("ttl")).isEqualTo(table.row("EVIDENCE").get("ttl"));
    assertThat(examined().result()).isEqualTo(Proof.Result.HOLDS);
  }

  @Test
  void aSecondReviewStandsBesideTheFirst() {
    var later = Instant.parse("2999-01-01T00:00:00Z");
    note(later, "A. Jones", Verdict.ACCEPTED);
    note(later, "B. Smith", Verdict.REJECTED);

    assertThat(examined().reviews())
        .extracting(Review::reviewer)
        .containsExactly("A. Jones", "B. Smith");
  }

  @Test
  void aClockThatIsBehindPutsNoReviewAmongWhatIsChained() {
    var review = note(Instant.EPOCH, "A. Jones", Verdict.ACCEPTED);

    assertThat(review.entry()).isGreaterThan(table.entry("EVIDENCE"));
    assertThat(examined().result()).isEqualTo(Proof.Result.HOLDS);
  }

  @Test
  void aReviewOfAnEarlierDocumentIsShownAsSuch() {
    note(world.now(), "A. Jones", Verdict.ACCEPTED);
    table.writeEvidence(null);

    assertThat(String.join("\n", EvidenceText.lines(examined())))
        .contains("by A. Jones on", "seen (of another document, ");
  }

  @Test
  void whatOnlySaysThatItIsAReviewIsShownAsUnreadable() {
    note(world.now(), "A. Jones", Verdict.ACCEPTED);
    table.alter("REVIEW", row -> row.put("verdict", Attributes.text("PERHAPS")));
    assertThat(examined().reviews()).isEmpty();
    assertThat(String.join("\n", EvidenceText.lines(examined())))
        .contains("! unreadable    " + table.entry("REVIEW"));

    table.alter("REVIEW", row -> row.remove("verdict"));
    assertThat(examined().reviews()).isEmpty();
  }
}
