package aurora.restore.stories.cleanup;

import static aurora.restore.stories.Story.DRILL;
import static aurora.restore.stories.cleanup.Scene.COPY;
import static aurora.restore.stories.cleanup.Scene.cleanUpOf;
import static aurora.restore.stories.cleanup.Scene.input;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.operation.Milestone;
import org.junit.jupiter.api.Test;

/** What a clean-up's input asks for, and what of it is refused. */
class CleanUpInputTest {
  @Test
  void aProtectedClusterGoesOnlyWhereTheInputSaysSo() {
    try (var scene = new Scene()) {
      scene.restored(input().put("deletion_protection", true));
      var there = scene.left();

      var refused = scene.cleanUp();

      scene.assertRefused(refused, "DeletionProtected");
      assertThat(refused.execution().failedState()).isEqualTo("Plan Clean Up");
      assertThat(scene.left()).isEqualTo(there);
      assertThat(refused.state().orElseThrow().get("status").asText()).isEqualTo("SUCCEEDED");

      var run =
          scene.world().cleanUp("again", cleanUpOf(DRILL).put("disable_deletion_protection", true));
      scene.assertCleanedUp(run);
      scene.assertOnlyWhatWasThereBefore();
    }
  }

  @Test
  void theCopyStaysWhereItIsToBeKept() {
    try (var scene = new Scene()) {
      scene.restored();

      var run = scene.cleanUp(cleanUpOf(DRILL).put("keep_snapshot", true));

      scene.assertCleanedUp(run);
      assertThat(scene.left()).containsExactly("CLUSTER_SNAPSHOT " + COPY);
      assertThat(run.output().get("kept").get(0).get("id").asText()).isEqualTo(COPY);
      assertThat(scene.world().reap().orphans()).isEmpty();
    }
  }

  @Test
  void aFinalSnapshotIsTakenAndStays() {
    try (var scene = new Scene()) {
      scene.restored();

      var run = scene.cleanUp(cleanUpOf(DRILL).put("final_snapshot_id", "orders-last"));

      scene.assertCleanedUp(run);
      assertThat(scene.left()).containsExactly("CLUSTER_SNAPSHOT orders-last");
      assertThat(run.output().get("warnings")).isEmpty();
    }
  }

  @Test
  void aFinalSnapshotWhoseNameIsTakenIsRefusedFirst() {
    try (var scene = new Scene()) {
      scene.restored();
      scene.target().snapshot("orders-last").exists();
      var there = scene.left();

      var run = scene.cleanUp(cleanUpOf(DRILL).put("final_snapshot_id", "orders-last"));

      scene.assertRefused(run, "PreflightFailed");
      assertThat(scene.left()).isEqualTo(there);
    }
  }

  @Test
  void aPurgeLeavesTheRecordOfTheCleanUpAlone() {
    try (var scene = new Scene()) {
      scene.restored();

      var run = scene.cleanUp(cleanUpOf(DRILL).put("purge_records", true));

      scene.assertCleanedUp(run);
      scene.assertOnlyWhatWasThereBefore();
      assertThat(run.milestones()).containsExactly(Milestone.CLEANED_UP);
      var row = run.state().orElseThrow();
      assertThat(row.has("plan") || row.has("request") || row.has("report")).isFalse();
    }
  }

  @Test
  void anUnknownOperationIsRefusedAndLeavesNoRow() {
    try (var scene = new Scene()) {
      var run = scene.cleanUp(cleanUpOf("drill-l"));

      scene.assertRefused(run, "OperationUnknown");
      assertThat(run.state()).isEmpty();
      assertThat(run.milestones()).containsExactly(Milestone.FAILED);
    }
  }

  @Test
  void allThatIsWrongWithAnInputIsToldAtOnce() {
    try (var scene = new Scene()) {
      var wrong =
          cleanUpOf(DRILL)
              .put("purge_record", true)
              .put("keep_snapshot", "yes")
              .put("final_snapshot_id", "aurora-restore-last");

      var run = scene.cleanUp(wrong);

      scene.assertRefused(run, "InvalidRequest");
      assertThat(run.errorMessage())
          .contains("3 findings")
          .contains("the nearest key is purge_records")
          .contains("keep_snapshot: is \"yes\"")
          .contains("final_snapshot_id: begins with");
    }
  }
}
