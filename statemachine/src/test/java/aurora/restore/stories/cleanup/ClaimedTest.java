package aurora.restore.stories.cleanup;

import static aurora.restore.stories.Ending.assertFailed;
import static aurora.restore.stories.Ending.assertSucceeded;
import static aurora.restore.stories.Story.DRILL;
import static aurora.restore.stories.cleanup.Scene.COPY;
import static aurora.restore.stories.cleanup.Scene.cleanUpOf;
import static aurora.restore.stories.cleanup.Scene.input;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.error.OperationInProgress;
import aurora.restore.simulation.rds.RdsKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Who may clean up, and who works for an operation after its clean-up: one execution at a time. */
class ClaimedTest {
  @Test
  void aRunningOperationIsRefusedAndAStoppedCopyIsCancelled() {
    try (var scene = new Scene()) {
      var restore = scene.world().start(DRILL, input());
      scene.runUntil(restore, (run, world) -> !scene.ours(RdsKind.CLUSTER_SNAPSHOT).isEmpty());
      var early = scene.world().startCleanUp("early", cleanUpOf(DRILL));
      scene.runUntil(early, (run, world) -> false);
      assertFailed(early, OperationInProgress.class);
      assertThat(early.errorMessage()).contains("stop-execution");
      assertThat(scene.ours(RdsKind.CLUSTER_SNAPSHOT)).containsExactly(COPY);

      scene.world().engine().stop(restore.execution().arn(), null, null);
      var run = scene.cleanUp();

      scene.assertCleanedUp(run);
      scene.assertOnlyWhatWasThereBefore();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Copy Snapshot", "Restore Cluster", "Create Instance", "Apply Settings"})
  void aRestoreThatIsRedrivenAfterItsCleanUpMakesNothing(String state) {
    try (var scene = new Scene()) {
      var stopped = scene.stoppedAt(state, input().put("manage_master_password", true));
      scene.assertCleanedUp(scene.cleanUp());

      scene.world().redrive(stopped);
      scene.world().run(stopped);

      assertThat(stopped.execution().status()).isEqualTo(ExecutionStatus.FAILED);
      assertThat(stopped.state().orElseThrow().get("status").asText()).isEqualTo("CLEANED_UP");
      scene.assertOnlyWhatWasThereBefore();
    }
  }

  @Test
  void ofTwoCleanUpsAtOnceOneRunsAndTheOtherIsRefused() {
    try (var scene = new Scene()) {
      scene.restored();
      var one = scene.world().startCleanUp("one", cleanUpOf(DRILL));
      var other = scene.world().startCleanUp("other", cleanUpOf(DRILL));

      scene.world().run(one);

      assertThat(List.of(one, other))
          .extracting(run -> run.execution().status().toString())
          .containsExactlyInAnyOrder("SUCCEEDED", "FAILED");
      assertThat(List.of(one, other))
          .extracting(run -> String.valueOf(run.execution().error()))
          .contains("aurora.restore.error.OperationInProgress");
      scene.assertOnlyWhatWasThereBefore();
      assertThat(one.state().orElseThrow().get("status").asText()).isEqualTo("CLEANED_UP");
    }
  }

  @Test
  void aSecondCleanUpIsRefusedWhileTheFirstIsAtWork() {
    try (var scene = new Scene()) {
      scene.restored();
      var first = scene.world().startCleanUp("clean-up-1", cleanUpOf(DRILL));
      scene.runUntil(first, (run, world) -> !scene.calls().deletions().isEmpty());

      var second = scene.world().startCleanUp("clean-up-2", cleanUpOf(DRILL));
      scene.runUntil(second, (run, world) -> false);

      assertFailed(second, OperationInProgress.class);
      assertThat(second.errorMessage()).contains(first.execution().arn());
      assertThat(first.execution().status()).isEqualTo(ExecutionStatus.RUNNING);
      scene.world().run(first);
      assertSucceeded(first);
      scene.assertOnlyWhatWasThereBefore();
    }
  }

  @Test
  void aPurgeThatIsRedrivenAfterAnotherCleanUpHasPurgedIsRefused() {
    try (var scene = new Scene()) {
      scene.restored();
      var purge = cleanUpOf(DRILL).put("purge_records", true);
      var mended = scene.breaks("PurgeRecords");
      var first = scene.cleanUp(purge);
      assertThat(first.execution().failedState()).isEqualTo("Purge Records");
      mended.run();
      scene.assertCleanedUp(scene.world().cleanUp("clean-up-2", purge));

      scene.world().run(scene.world().redrive(first));

      assertThat(first.execution().failedState()).isEqualTo("Purge Records");
      assertFailed(first, OperationInProgress.class);
    }
  }
}
