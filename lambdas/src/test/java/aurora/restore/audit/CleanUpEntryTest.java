package aurora.restore.audit;

import static aurora.restore.audit.Attributes.text;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.operation.CleanUpPlan;
import aurora.restore.operation.CleanUpReport;
import aurora.restore.operation.Milestone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is recorded of a clean-up: what it is to take, and what it has left. */
class CleanUpEntryTest {
  private static final AttributeValue CLUSTER =
      Attributes.of(new Made("cluster", "orders-drill-1", "eu-west-1"));
  private static final AttributeValue COPY =
      Attributes.of(new Made("cluster-snapshot", "drill-1-copy", "eu-west-1"));
  private static final String BY_ONE = ", \"made_by\": \"%s\"".formatted(Given.RESTORE);

  @Test
  void firstMilestoneTellsWhatIsThere() {
    var details = entry("", null).details();
    assertThat(details.get("resources").l()).containsExactly(CLUSTER, COPY);
    assertThat(details)
        .containsEntry("execution_arn", text(Given.CLEAN_UP))
        .containsEntry("state", text("Record"))
        .containsKey("left_alone")
        .doesNotContainKey("clean_up_report");
  }

  @Test
  void lastMilestoneTellsWhatIsLeft() {
    var details = entry("", Given.cleanedUp("drill-1-copy")).details();
    assertThat(details.get("resources").l()).containsExactly(COPY);
    assertThat(details).containsKey("clean_up_report");
  }

  @Test
  void rowIsClaimedAsThePlanSawIt() {
    var claim = ", \"claim\": {\"execution_arn\": \"%s\", \"status\": \"SUCCEEDED\"}";
    var entry = entry(claim.formatted(Given.RESTORE), null);
    assertThat(entry.condition())
        .isEqualTo(
            "(execution_arn = :seen_execution AND #status = :seen_status)"
                + " OR execution_arn = :execution_arn");
    assertThat(entry.standing().values())
        .containsEntry(":seen_execution", text(Given.RESTORE))
        .containsEntry(":seen_status", text("SUCCEEDED"))
        .doesNotContainKey(":started_at");
  }

  @Test
  void operationWithoutARowGetsOne() {
    var entry = entry("", null);
    assertThat(entry.condition()).startsWith("attribute_not_exists(operation_id) OR ");
    assertThat(entry.standing().values())
        .containsEntry(":started_at", text("2026-03-01T00:00:00.000Z"))
        .containsKey(":clean_up");
    assertThat(entry.isOver()).isFalse();
  }

  @Test
  void lastMilestoneIsTheClaimantsAlone() {
    assertThat(entry("", Given.cleanedUp()).condition())
        .isEqualTo("execution_arn = :execution_arn");
  }

  @Test
  void operationOfWhichNothingIsLeftIsOver() {
    var entry = entry("", Given.cleanedUp());
    assertThat(entry.isOver()).isTrue();
    assertThat(entry.standing().values()).containsEntry(":status", text("CLEANED_UP"));
    assertThat(entry.standing().expression()).contains("#completed_at", "#expires_at");
  }

  @Test
  void keptResourceKeepsItsRow() {
    var entry = entry("", Given.cleanedUp("drill-1-copy"));
    assertThat(entry.isOver()).isFalse();
    assertThat(entry.standing().values())
        .containsEntry(":status", text("CLEANED_UP"))
        .containsEntry(":finished_at", text("2026-03-01T01:00:00.000Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "drill-1-final"})
  void cleanUpOfOneExecutionThatLeavesNothingIsOne(String kept) {
    var report = kept.isEmpty() ? Given.cleanedUp() : Given.cleanedUp(kept);
    var entry = entry(BY_ONE, report);
    assertThat(entry.isOver()).isTrue();
    assertThat(entry.standing().values()).containsEntry(":status", text("CLEANED_UP"));
  }

  @Test
  void cleanUpOfOneExecutionThatLeavesOthersHasCleanedUpNothing() {
    var entry = entry(BY_ONE, Given.cleanedUp("drill-1-final", "drill-1-copy"));
    assertThat(entry.isOver()).isFalse();
    assertThat(entry.standing().values()).containsEntry(":status", text("FAILED"));
    assertThat(entry.standing().expression()).doesNotContain("#completed_at", "#expires_at");
  }

  /**
   * @param more members of its plan
   * @param report null at the first milestone
   */
  private static CleanUpEntry entry(String more, CleanUpReport report) {
    CleanUpPlan plan = Given.cleanUp(more);
    var event = report == null ? Milestone.CLEAN_UP_STARTED : Milestone.CLEANED_UP;
    return new CleanUpEntry(
        event, plan, Given.execution(Given.CLEAN_UP, 0), Given.state("Record"), report);
  }
}
