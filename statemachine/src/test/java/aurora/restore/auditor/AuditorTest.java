package aurora.restore.auditor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aurora.restore.audit.Attributes;
import aurora.restore.audit.Schema;
import aurora.restore.auditor.Proof.Result;
import aurora.restore.auditor.Proof.Subject;
import aurora.restore.evidence.EvidenceRow;
import aurora.restore.house.Repository;
import aurora.restore.world.JsonFile;
import aurora.restore.world.World;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.kms.model.KmsException;

/** A restore's evidence, after whatever somebody did who may write to the table. */
class AuditorTest {
  private static final String OPERATION = "drill-1";
  private static final SigningKey KEY = SigningKey.of("evidence");
  private static final SigningKey OTHER = SigningKey.of("another");

  private static World world;
  private static AuditTable table;
  private static List<Map<String, AttributeValue>> asItWas;

  @BeforeAll
  static void restore() {
    var input = JsonFile.read(Repository.path("docs/examples/restore.json"));
    world = World.of(input, 1);
    world.restore(OPERATION, input);
    table = new AuditTable(world.console().dynamoDb(), World.AUDIT_TABLE, OPERATION);
    asItWas = table.rows().stream().filter(row -> !EvidenceRow.is(row)).toList();
  }

  @BeforeEach
  void begin() {
    table.reset(asItWas);
  }

  @AfterAll
  static void end() {
    world.close();
  }

  private Examined examined() {
    return examined(arn -> (arn.equals(KEY.arn()) ? KEY : OTHER).publicKey(), KEY.arn());
  }

  private Examined examined(PublicKeys keys, String signingKeyArn) {
    return new Auditor(table.dynamoDb(), table.name(), keys, signingKeyArn)
        .examine(OPERATION)
        .orElseThrow();
  }

  private Examined unsigned() {
    return examined(
        arn -> {
          throw new AssertionError("nobody needs a key");
        },
        null);
  }

  private static Proof proof(Examined examined, Subject subject) {
    return examined.proofs().stream()
        .filter(it -> it.subject() == subject)
        .findFirst()
        .orElseThrow();
  }

  private static void assertBroken(Examined examined, Subject subject, String... says) {
    assertThat(proof(examined, subject).result()).isEqualTo(Result.BROKEN);
    assertThat(proof(examined, subject).says()).contains(says);
    assertThat(examined.result()).isEqualTo(Result.BROKEN);
  }

  private static void assertHolds(Examined examined, Subject subject) {
    assertThat(proof(examined, subject).result()).isEqualTo(Result.HOLDS);
  }

  @Test
  void evidenceThatNobodyTouchedHolds() {
    table.writeEvidence(KEY);

    var examined = examined();

    assertThat(examined.result()).isEqualTo(Result.HOLDS);
    assertThat(examined.proofs())
        .extracting(Proof::line)
        .containsExactly(
            "ok       document   its SHA-256 is its digest, " + examined.row().digest(),
            "ok       signature  it is by " + KEY.arn(),
            "ok       trail      all 5 events are as they were");
  }

  @Test
  void aDeploymentWithoutAKeySignsNothing() {
    table.writeEvidence(null);

    assertThat(proof(unsigned(), Subject.SIGNATURE).result()).isEqualTo(Result.ABSENT);
    assertThat(unsigned().result()).isEqualTo(Result.HOLDS);
  }

  @Test
  void beforeItsEndAnOperationHasNoEvidence() {
    assertThat(new Auditor(table.dynamoDb(), table.name(), _ -> null, null).examine("nobody"))
        .isEmpty();
  }

  @Test
  void anAlteredEventIsNamedAndNoOther() {
    table.writeEvidence(KEY);
    table.alter("SNAPSHOT_COPIED", row -> row.put("at", Attributes.text("2026-01-01T00:00:00Z")));

    var examined = examined();

    assertBroken(examined, Subject.TRAIL, table.entry("SNAPSHOT_COPIED") + " was altered");
    assertThat(proof(examined, Subject.TRAIL).says()).doesNotContain("STARTED", "COMPLETED");
    assertHolds(examined, Subject.DOCUMENT);
    assertHolds(examined, Subject.SIGNATURE);
  }

  @Test
  void eventsThatChangedPlacesAreNamed() {
    table.writeEvidence(KEY);
    var copied = table.row("SNAPSHOT_COPIED");
    var restored = table.row("CLUSTER_RESTORED");
    table.put(with(copied, Schema.ENTRY, restored.get(Schema.ENTRY)));
    table.put(with(restored, Schema.ENTRY, copied.get(Schema.ENTRY)));

    assertBroken(
        examined(),
        Subject.TRAIL,
        copied.get(Schema.ENTRY).s() + " was altered",
        restored.get(Schema.ENTRY).s() + " was altered");
  }

  @Test
  void aRemovedEventIsNamed() {
    table.writeEvidence(KEY);
    var entry = table.entry("INSTANCES_READY");
    table.remove("INSTANCES_READY");

    assertBroken(examined(), Subject.TRAIL, entry + " is gone");
  }

  @Test
  void anEventThatWasInsertedLaterIsNamed() {
    table.writeEvidence(KEY);
    var entry = table.entry("STARTED").replace("#STARTED", "#FAILED");
    table.put(
        with(
            with(table.row("STARTED"), Schema.ENTRY, Attributes.text(entry)),
            "event",
            Attributes.text("FAILED")));

    assertBroken(examined(), Subject.TRAIL, entry + " wasn't there when the evidence was written");
  }

  @Test
  void whatHappenedSinceIsNoBreach() {
    table.writeEvidence(KEY);
    table.put(
        with(
            with(table.row("STARTED"), Schema.ENTRY, Attributes.text("2999-01-01T00:00:00Z#X")),
            "event",
            Attributes.text("X")));

    assertThat(examined().result()).isEqualTo(Result.HOLDS);
    assertThat(EvidenceText.lines(examined())).contains("Noted since");
  }

  @Test
  void anAlteredDocumentIsntWhatItsDigestAndItsSignatureSay() {
    table.writeEvidence(KEY);
    alterDocument(row -> {});

    assertBroken(examined(), Subject.DOCUMENT, "one of them was altered");
    assertBroken(examined(), Subject.SIGNATURE, "it isn't of this document");
  }

  @Test
  void aDigestThatWasAlteredWithItsDocumentLeavesTheSignature() {
    table.writeEvidence(KEY);
    alterDocument(
        row -> row.put("digest", Attributes.text(EvidenceRow.digest(row.get("document").s()))));

    assertHolds(examined(), Subject.DOCUMENT);
    assertBroken(examined(), Subject.SIGNATURE, "it isn't of this document by " + KEY.arn());
  }

  private void alterDocument(Consumer<Map<String, AttributeValue>> more) {
    table.alter(
        EvidenceRow.EVENT,
        row -> {
          var said = row.get("document").s();
          row.put(
              "document", Attributes.text(said.replace("\"rto_met\":false", "\"rto_met\":true")));
          more.accept(row);
        });
  }

  /** What only a signature tells. */
  @Test
  void aTrailThatWasForgedAsAWholeIsUnsigned() {
    table.writeEvidence(KEY);
    table.alter("STARTED", row -> row.put("execution_arn", Attributes.text("arn:somebody")));
    table.remove(EvidenceRow.EVENT);
    table.writeEvidence(null);

    assertHolds(examined(), Subject.DOCUMENT);
    assertHolds(examined(), Subject.TRAIL);
    assertBroken(examined(), Subject.SIGNATURE, "although this deployment signs by " + KEY.arn());
    assertThat(unsigned().result()).as("without a key nobody can tell").isEqualTo(Result.HOLDS);
  }

  @Test
  void aForgersOwnKeyIsntTheDeployments() {
    table.writeEvidence(OTHER);

    assertBroken(examined(), Subject.SIGNATURE, OTHER.arn(), "this deployment signs by");
  }

  @Test
  void aSignatureThatIsNoneIsWrong() {
    table.writeEvidence(KEY);

    for (var value : new String[] {"", "not base64!", "AAAA"}) {
      alterSignature("value", value);
      assertBroken(examined(), Subject.SIGNATURE, "it isn't of this document");
    }
    alterSignature("algorithm", "RSASSA_PSS_SHA_256");
    assertBroken(examined(), Subject.SIGNATURE, "the algorithm RSASSA_PSS_SHA_256");
    alterSignature("algorithm", "ECDSA_SHA_256");
    alterSignature("key_arn", "alias/mine");
    assertBroken(examined(), Subject.SIGNATURE, "no key by its ARN: alias/mine");
  }

  private void alterSignature(String member, String value) {
    table.alter(
        EvidenceRow.EVENT,
        row ->
            row.put(
                "signature",
                AttributeValue.fromM(
                    with(row.get("signature").m(), member, Attributes.text(value)))));
  }

  @Test
  void aKeyThatKmsDoesntGiveLeavesTheSignatureUnknown() {
    table.writeEvidence(KEY);

    var examined =
        examined(
            _ -> {
              throw KmsException.builder()
                  .awsErrorDetails(
                      AwsErrorDetails.builder()
                          .errorCode("AccessDeniedException")
                          .errorMessage("you may not kms:GetPublicKey")
                          .build())
                  .build();
            },
            KEY.arn());

    assertThat(examined.result()).isEqualTo(Result.UNKNOWN);
    assertThat(proof(examined, Subject.SIGNATURE).says())
        .contains("you may not kms:GetPublicKey", "docs/evidence.md#by-hand");
    assertThat(examined(_ -> new byte[3], KEY.arn()).result()).isEqualTo(Result.UNKNOWN);
  }

  @Test
  void evidenceOfAnotherOperationIsWrongHere() {
    var of =
        new AuditTable(table.dynamoDb(), table.name(), "drill-2")
            .document(table.rows(), Instant.EPOCH);
    table.writeEvidence(world.now(), of, KEY);

    assertBroken(examined(), Subject.DOCUMENT, "it is that of another operation, drill-2");
  }

  @Test
  void aDocumentThatIsNoneIsShownAsSuch() {
    table.writeEvidence(world.now(), "{\"format\":\"aurora-restore/evidence/2\"}", KEY);

    assertBroken(examined(), Subject.DOCUMENT, "it can't be read: its format isn't");
    assertThat(EvidenceText.lines(examined()).getFirst()).contains("can't be read");
    assertThat(EvidencePage.html(examined())).contains("UNREADABLE");
    assertThat(ExaminedJson.of(examined()).path("result").asText()).isEqualTo("BROKEN");

    table.alter(EvidenceRow.EVENT, row -> row.put("document", Attributes.text("{")));
    assertThat(ExaminedJson.of(examined()).path("evidence").isNull()).isTrue();
  }

  @Test
  void aRowWithoutItsDigestIsNoEvidence() {
    table.writeEvidence(KEY);
    table.alter(EvidenceRow.EVENT, row -> row.remove("digest"));

    assertThatThrownBy(this::examined)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("of operation drill-1 can't be read");
  }

  @Test
  void theNewestDocumentHasTheOneBeforeInItsChain() {
    table.writeEvidence(KEY);
    table.writeEvidence(KEY);
    assertThat(proof(examined(), Subject.TRAIL).says()).isEqualTo("all 6 events are as they were");

    var first =
        table.rows().stream().filter(EvidenceRow::is).findFirst().map(HashMap::new).orElseThrow();
    first.put("digest", Attributes.text("0"));
    table.put(first);

    assertBroken(examined(), Subject.TRAIL, first.get(Schema.ENTRY).s() + " was altered");
  }

  private static <T> Map<String, T> with(Map<String, T> row, String name, T value) {
    var changed = new HashMap<>(row);
    changed.put(name, value);
    return changed;
  }
}
