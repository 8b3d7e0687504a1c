package aurora.restore.audit;

import static aurora.restore.audit.Attributes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import aurora.restore.operation.SourceSnapshot;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OperationRowTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void restoreIsOfAClusterWhoseSnapshotItRestored() {
    var row = Given.row("SUCCEEDED", Given.RESTORE, Given.planned());
    assertThat(row.isOfClusterOf(snapshot("orders", "111122223333"))).isTrue();
    assertThat(row.isOfClusterOf(snapshot("invoices", "111122223333"))).isFalse();
    assertThat(row.isOfClusterOf(snapshot("orders", "444455556666"))).isFalse();
    var unplanned = Given.row("FAILED", Given.RESTORE, Map.of());
    assertThat(unplanned.isOfClusterOf(snapshot("orders", "111122223333"))).isFalse();
  }

  @Test
  void expiryIsOverFromItsSecondOn() {
    var drill = Given.row("SUCCEEDED", Given.RESTORE, Map.of("expires_at", text(NOON.toString())));
    assertThat(drill.isExpired(NOON.minusSeconds(1))).isFalse();
    assertThat(drill.isExpired(NOON)).isTrue();
    assertThat(Given.row("SUCCEEDED", Given.RESTORE, Map.of()).isExpired(NOON)).isFalse();
  }

  @Test
  void drillIsDatedByItsPlanAndItsReport() {
    var report = Attributes.of(Given.report());
    var drill = Map.of("plan", Attributes.of(Given.withoutCopy()), "report", report);
    assertThat(Given.row("FAILED", Given.RESTORE, drill).drilledAt())
        .hasValue(Instant.parse("2026-03-01T01:00:00Z"));
    var restore = Map.of("plan", Attributes.of(Given.PLAN), "report", report);
    assertThat(Given.row("SUCCEEDED", Given.RESTORE, restore).drilledAt()).isEmpty();
    assertThat(Given.row("RUNNING", Given.RESTORE, Map.of()).drilledAt()).isEmpty();
    var underWay = Map.of("plan", Attributes.of(Given.withoutCopy()));
    assertThat(Given.row("RUNNING", Given.RESTORE, underWay).drilledAt()).isEmpty();
  }

  @Test
  void rowThatCannotBeReadIsNamed() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Given.row("LOST", Given.RESTORE, Map.of()))
        .withMessage("the row of operation drill-1 can't be read");
  }

  private static SourceSnapshot snapshot(String cluster, String account) {
    return Given.read(
        SourceSnapshot.class,
        "{\"id\": \"s\", \"cluster_id\": \"%s\", \"account\": \"%s\"}".formatted(cluster, account));
  }
}
