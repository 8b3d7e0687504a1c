package aurora.restore.audit;

import static aurora.restore.audit.Attributes.text;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.operation.Failure;
import aurora.restore.operation.LeftBehind;
import aurora.restore.operation.OwnedResource;
import aurora.restore.operation.ResourceKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is recorded of a failure, by the row that its operation has. */
class FailureEntryTest {
  private static final OperationRow HELD = Given.row("RUNNING", Given.RESTORE, Given.planned());
  private static final OwnedResource CLUSTER =
      new OwnedResource(ResourceKind.CLUSTER, "orders-drill-1");

  @Test
  void failureOfTheHolderLeavesWhatItHasAskedFor() {
    var left = entry(restoreAt("\"Wait For Cluster\""), HELD).left();
    assertThat(left.cluster()).isEqualTo("orders-drill-1");
    assertThat(left.region()).isEqualTo("eu-west-1");
    assertThat(left.resources()).hasSize(3).contains(CLUSTER);
  }

  @Test
  void failureAfterACompletionLeavesAll() {
    var completed = held(Map.of("completed_at", text("2026-03-01T01:00:00Z")));
    assertThat(entry(restoreAt("\"Copy Snapshot\""), completed).left().resources()).hasSize(5);
  }

  @Test
  void failureOfAnyOtherLeavesWhatTheRowTells() {
    var another = Given.failure(Given.ANOTHER, "aurora-restore", "\"Restore Cluster\"", 0);
    assertThat(entry(another, HELD).left().resources()).isEmpty();
    var made = held(Map.of("resources", Attributes.of(List.of(CLUSTER))));
    assertThat(entry(another, made).left().resources()).containsExactly(CLUSTER);
    assertThat(entry(ofCleanUp(), made).left().resources()).containsExactly(CLUSTER);
  }

  @Test
  void failureWithoutAPlanLeavesNothing() {
    var nothing = LeftBehind.nothing("us-west-2");
    assertThat(entry(restoreAt("null"), null).left()).isEqualTo(nothing);
    var unplanned = Given.row("FAILED", Given.RESTORE, Map.of());
    assertThat(entry(restoreAt("null"), unplanned).left()).isEqualTo(nothing);
  }

  @Test
  void rowOfAFailureTellsTheEndAndWhatIsThere() {
    var row = values(entry(restoreAt("\"Copy Snapshot\""), HELD));
    assertThat(row)
        .containsEntry(":status", text("FAILED"))
        .containsEntry(":execution_arn", text(Given.RESTORE))
        .containsEntry(":redrive_count", Attributes.number(1))
        .containsEntry(":updated_at", text("2026-03-01T02:00:00.000Z"))
        .containsEntry(":finished_at", text("2026-03-01T02:00:00.000Z"))
        .containsEntry(":started_at", text("2026-03-01T00:00:00.000Z"))
        .containsEntry(":step", text("Copy Snapshot"))
        .containsKey(":failure");
    assertThat(row.get(":resources").l())
        .containsExactly(Attributes.of(new Made("cluster-snapshot", "drill-1-copy", "eu-west-1")));
  }

  @Test
  void rowWithoutAPlanTellsNoResourcesAndMayBeForgotten() {
    var entry = entry(restoreAt("null"), null);
    assertThat(values(entry)).doesNotContainKeys(":resources", ":step");
    assertThat(entry.standing().names()).containsEntry("#plan", "plan");
    assertThat(entry.isOver()).isTrue();
    assertThat(entry.condition()).startsWith("(attribute_not_exists").endsWith("(#plan)");
  }

  @Test
  void rowWithAPlanIsKept() {
    var entry = entry(restoreAt("null"), HELD);
    assertThat(entry.isOver()).isFalse();
    assertThat(entry.standing().names()).doesNotContainKey("#plan");
    assertThat(entry.condition()).startsWith("attribute_not_exists").doesNotContain("#plan");
  }

  @Test
  void failedCleanUpMakesNoRowAndTakesNoBeginning() {
    var entry = entry(ofCleanUp(), null);
    assertThat(values(entry)).doesNotContainKeys(":started_at", ":resources");
    assertThat(entry.isOver()).isFalse();
    assertThat(entry.condition()).doesNotContain("attribute_not_exists");
  }

  @Test
  void trailTellsWhoseFailureAndWhoseReportItIs() {
    var entry = entry(restoreAt("null"), HELD);
    assertThat(entry.key()).isEqualTo("FAILED#aurora-restore:drill-1");
    assertThat(entry.writer()).isEqualTo(Given.REPORT);
    assertThat(entry.details())
        .containsEntry("execution_arn", text(Given.RESTORE))
        .containsEntry("redrive_count", Attributes.number(1))
        .containsKey("failure");
  }

  @Test
  void whatIsSomebodyElsesOrWasCompletedIsKept() {
    var entry = entry(restoreAt("null"), HELD);
    assertThat(entry.keptBecause(Optional.of(HELD))).isEmpty();
    assertThat(entry.keptBecause(Optional.empty())).hasValueSatisfying(neverHad());
    var unplanned = Given.row("FAILED", Given.RESTORE, Map.of());
    assertThat(entry.keptBecause(Optional.of(unplanned))).hasValueSatisfying(neverHad());
    var completed = held(Map.of("completed_at", text("2026-03-01T01:00:00Z")));
    assertThat(entry.keptBecause(Optional.of(completed)))
        .hasValue("the operation was completed at 2026-03-01T01:00:00Z");
    var taken = Given.row("RUNNING", Given.ANOTHER, Given.planned());
    assertThat(entry.keptBecause(Optional.of(taken)))
        .hasValue("the operation belongs to execution " + Given.ANOTHER);
    var redriven = held(Map.of("redrive_count", Attributes.number(2)));
    assertThat(entry.keptBecause(Optional.of(redriven)))
        .hasValue("the execution has been redriven since");
  }

  private static Consumer<String> neverHad() {
    return why -> assertThat(why).startsWith("this execution never had the operation");
  }

  private static OperationRow held(Map<String, AttributeValue> more) {
    var row = new TreeMap<>(Given.planned());
    row.putAll(more);
    return Given.row("RUNNING", Given.RESTORE, row);
  }

  private static FailureEntry entry(Failure failure, OperationRow row) {
    return new FailureEntry(failure, Given.execution(Given.REPORT, 0), row);
  }

  private static Failure restoreAt(String state) {
    return Given.failure(Given.RESTORE, "aurora-restore", state, 1);
  }

  private static Failure ofCleanUp() {
    return Given.failure(Given.CLEAN_UP, "aurora-restore-clean-up", "\"Tear Down\"", 0);
  }

  private static Map<String, AttributeValue> values(FailureEntry entry) {
    return entry.standing().values();
  }
}
