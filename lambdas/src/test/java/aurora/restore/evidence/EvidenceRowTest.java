package aurora.restore.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aurora.restore.evidence.Evidence.Execution;
import aurora.restore.evidence.Evidence.Outcome;
import aurora.restore.evidence.Evidence.Segregation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class EvidenceRowTest {
  private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");
  private static final EvidenceRow.Signature SIGNATURE =
      new EvidenceRow.Signature("arn:aws:kms:eu-central-1:1:key/k", "ECDSA_SHA_256", "MEUC");

  private final Evidence evidence =
      new Evidence(
          Evidence.FORMAT,
          "orders-drill-1",
          Outcome.COMPLETED,
          NOW,
          new Execution("arn:e", "e", 1, NOW, NOW),
          null,
          null,
          null,
          null,
          null,
          new Segregation(false, true, null),
          Map.of("copy", 12L),
          null,
          List.of("the engine"),
          null,
          List.of(),
          List.of(),
          null,
          List.of(),
          null,
          Chain.of("orders-drill-1", List.of()));

  @Test
  void documentComesBackFromARowAsItWentIn() {
    var row = EvidenceRow.of(row(EvidenceRow.details(evidence.document(), SIGNATURE)));

    assertThat(row.evidence()).isEqualTo(evidence);
    assertThat(row.evidence().document()).isEqualTo(row.document());
    assertThat(row.signature()).isEqualTo(SIGNATURE);
    assertThat(row.isIntact()).isTrue();
  }

  @Test
  void documentTellsItsFormFirstAndLeavesOutWhatIsNotKnown() {
    assertThat(evidence.document())
        .startsWith("{\"format\":\"aurora-restore/evidence/1\",\"operation_id\":")
        .contains("\"segregation\":{\"other_account\":false,\"other_region\":true}")
        .doesNotContain("null");
  }

  @Test
  void documentThatWasChangedIsNotIntact() {
    var details = new TreeMap<>(EvidenceRow.details(evidence.document(), null));
    details.put(
        "document", AttributeValue.fromS(evidence.document().replace("COMPLETED", "FAILED")));
    var row = EvidenceRow.of(row(details));

    assertThat(row.isIntact()).isFalse();
    assertThat(row.signature()).isNull();
  }

  @Test
  void documentOfAnotherFormIsRefused() {
    assertThatThrownBy(() -> Evidence.read("{\"format\":\"aurora-restore/evidence/2\"}"))
        .hasMessage("its format isn't aurora-restore/evidence/1");
    assertThatThrownBy(() -> Evidence.read("{")).hasMessageStartingWith("it is no JSON");
  }

  private static Map<String, AttributeValue> row(Map<String, AttributeValue> details) {
    var row = new TreeMap<>(details);
    row.put("operation_id", AttributeValue.fromS("orders-drill-1"));
    row.put("entry", AttributeValue.fromS("2026-11-26T09:00:00.000Z#EVIDENCE"));
    row.put("event", AttributeValue.fromS(EvidenceRow.EVENT));
    row.put("at", AttributeValue.fromS("2026-11-26T09:00:00.000Z"));
    row.put("recorded_by", AttributeValue.fromS("arn:e"));
    row.put("ttl", AttributeValue.fromN("1"));
    return row;
  }
}
