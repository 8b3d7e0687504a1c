package aurora.restore.stories.cleanup;

import static aurora.restore.stories.Story.DRILL;
import static aurora.restore.stories.cleanup.Scene.cleanUpOf;
import static aurora.restore.stories.cleanup.Scene.input;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.operation.Milestone;
import aurora.restore.world.Run;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Wherever a restore ended, its clean-up leaves exactly what was there before. */
class CleanUpTest {
  @Test
  void afterASuccessNothingIsLeftButWhatWasThereBefore() {
    try (var scene = new Scene()) {
      scene.restored();

      var run = scene.cleanUp();

      scene.assertCleanedUp(run);
      scene.assertOnlyWhatWasThereBefore();
      assertThat(run.milestones())
          .containsExactly(
              Milestone.STARTED,
              Milestone.SNAPSHOT_COPIED,
              Milestone.CLUSTER_RESTORED,
              Milestone.INSTANCES_READY,
              Milestone.COMPLETED,
              Milestone.CLEAN_UP_STARTED,
              Milestone.CLEANED_UP);
      assertThat(run.output().get("deleted"))
          .extracting(it -> it.get("kind").asText() + " " + it.get("id").asText())
          .containsExactly(
              "instance orders-drill-1-1",
              "instance orders-drill-1-2",
              "instance orders-drill-1-3",
              "cluster orders-drill-1",
              "cluster-snapshot aurora-restore-drill-1",
              "subnet-group aurora-restore-drill-1");
      assertThat(run.output().get("kept")).isEmpty();
      assertThat(run.output().get("seconds").asLong()).isPositive();
      assertThat(run.state().orElseThrow().get("resources")).isEmpty();
    }
  }

  @Test
  void readersGoBeforeTheWriterAndEachThingIsDeletedOnce() {
    try (var scene = new Scene()) {
      scene.restored();

      scene.cleanUp();

      assertThat(scene.calls().deletions())
          .containsExactly(
              "TearDown DeleteDBInstance",
              "TearDown DeleteDBInstance",
              "TearDown DeleteDBInstance",
              "TearDown DeleteDBCluster",
              "TearDown DeleteDBClusterSnapshot",
              "TearDown DeleteDBSubnetGroup");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Plan Restore",
        "Record Started",
        "Notify Started",
        "Copy Snapshot",
        "Wait For Copy",
        "Pause For Copy",
        "Record Snapshot Copied",
        "Restore Cluster",
        "Wait For Cluster",
        "Pause For Cluster",
        "Record Cluster Restored",
        "Create Instance",
        "Wait For Instance",
        "Pause For Instance",
        "Create Reader",
        "Wait For Reader",
        "Record Instances Ready",
        "Apply Settings",
        "Wait For Settings",
        "Verify Restore",
        "Record Completed"
      })
  void afterAStopInAnyStateNothingIsLeft(String state) {
    try (var scene = new Scene()) {
      var stopped = scene.stoppedAt(state, input().put("manage_master_password", true));
      assertThat(entered(stopped)).contains(state);

      scene.assertCleanedUp(scene.cleanUp());

      scene.assertOnlyWhatWasThereBefore();
    }
  }

  @Test
  void withoutARowTheTagsTellWhatIsOurs() {
    try (var scene = new Scene()) {
      scene.restored();
      scene
          .world()
          .console()
          .dynamoDb()
          .deleteItem(
              call ->
                  call.tableName("aurora-restore-state")
                      .key(Map.of("operation_id", AttributeValue.fromS(DRILL))));

      var run = scene.cleanUp();

      scene.assertCleanedUp(run);
      scene.assertOnlyWhatWasThereBefore();
    }
  }

  @Test
  void aRestoredClusterCanBeRestoredAgainAfterItsCleanUp() {
    try (var scene = new Scene()) {
      scene.restored();
      scene.cleanUp();

      var again = scene.world().restore("drill-again", input().put("operation_id", DRILL));

      assertThat(again.execution().status().toString())
          .as(again.errorMessage())
          .isEqualTo("SUCCEEDED");
      scene.assertCleanedUp(scene.world().cleanUp("again", cleanUpOf(DRILL)));
      scene.assertOnlyWhatWasThereBefore();
    }
  }

  private static List<String> entered(Run run) {
    return run.execution().history().stream()
        .map(event -> event.stateEnteredEventDetails())
        .filter(Objects::nonNull)
        .map(details -> details.name())
        .toList();
  }
}
