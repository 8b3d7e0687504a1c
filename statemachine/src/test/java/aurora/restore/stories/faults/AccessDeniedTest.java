package aurora.restore.stories.faults;

import static aurora.restore.stories.Ending.assertFailed;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.error.AccessDenied;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** AWS denies one action. */
class AccessDeniedTest {
  @ParameterizedTest
  @CsvSource({
    "rds:DescribeDBClusterSnapshots, Plan Restore",
    "rds:CopyDBClusterSnapshot, Copy Snapshot",
    "dynamodb:UpdateItem, Wait For Copy",
    "rds:CreateDBSubnetGroup, Restore Cluster",
    "rds:RestoreDBClusterFromSnapshot, Restore Cluster",
    "rds:CreateDBInstance, Create Instance"
  })
  void deniedActionIsNamedWithTheFunctionThatNeedsItAndARedriveGoesOn(String action, String state) {
    try (var drill = Drill.of(Inputs.plain(), "access-denied=" + action)) {
      var run = drill.restore();
      assertFailed(run, AccessDenied.class);
      assertThat(run.execution().failedState()).isEqualTo(state);
      Honest.assertFailed(drill, run, 1);
      assertThat(drill.mail("FAILED").findFirst().orElseThrow().body())
          .contains("Remedy: allow " + action + " to the role of " + state.replace(" ", ""))
          .contains("redrive-execution");
      drill.redrive(run);
      Honest.assertSucceeded(drill, run);
      assertThat(drill.touched()).isEmpty();
    }
  }

  @Test
  void deniedTopicStopsNoRestore() {
    try (var drill = Drill.of(Inputs.plain(), "access-denied=sns:Publish")) {
      var run = drill.restore();
      Honest.assertSucceeded(drill, run);
      assertThat(run.output().get("warnings")).hasSize(5);
      assertThat(drill.world().mail()).isEmpty();
    }
  }

  @Test
  void deniedHistoryLeavesAGapInTheReportAndNoMore() {
    try (var drill =
        Drill.of(
            Inputs.plain(), "snapshot-quota-full", "access-denied=states:GetExecutionHistory")) {
      var run = drill.restore();
      assertThat(run.state().orElseThrow().get("status").asText()).isEqualTo("FAILED");
      assertThat(drill.mail("FAILED").findFirst().orElseThrow().body())
          .contains("State:     an unknown state", "Error:     SnapshotQuotaExceeded");
    }
  }
}
