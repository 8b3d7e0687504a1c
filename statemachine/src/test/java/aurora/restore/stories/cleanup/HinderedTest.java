package aurora.restore.stories.cleanup;

import static aurora.restore.stories.Story.DRILL;
import static aurora.restore.stories.cleanup.Scene.CLUSTER;
import static aurora.restore.stories.cleanup.Scene.COPY;
import static aurora.restore.stories.cleanup.Scene.cleanUpOf;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.operation.Ownership;
import aurora.restore.world.Run;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What comes in a clean-up's way: it waits, tells or goes on. */
class HinderedTest {
  @Test
  void aStoppedClusterIsToldOfBeforeAnythingIsDeleted() {
    try (var scene = new Scene()) {
      scene.restored();
      scene.target().clusterEntersStatus(CLUSTER, "stopped");
      var there = scene.left();

      var run = scene.cleanUp();

      scene.assertRefused(run, "ClusterStopped");
      assertThat(run.errorMessage()).contains("aws rds start-db-cluster");
      assertThat(scene.left()).isEqualTo(there);
    }
  }

  @Test
  void instancesThatAreBeingDeletedAlreadyAreWaitedFor() {
    try (var scene = new Scene()) {
      scene.restored();
      for (int number = 1; number <= 3; number++) {
        var id = CLUSTER + "-" + number;
        scene.console().deleteDBInstance(call -> call.dbInstanceIdentifier(id));
      }

      scene.assertCleanedUp(scene.cleanUp());

      scene.assertOnlyWhatWasThereBefore();
      assertThat(scene.calls().deletions()).doesNotContain("TearDown DeleteDBInstance");
    }
  }

  @Test
  void whatSomebodyDeletesByHandMeanwhileIsFine() {
    try (var scene = new Scene()) {
      scene.restored();
      scene.console().deleteDBInstance(call -> call.dbInstanceIdentifier(CLUSTER + "-2"));
      var run = scene.world().startCleanUp("clean-up-1", cleanUpOf(DRILL));
      scene
          .world()
          .after(
              Duration.ofMinutes(1),
              () ->
                  scene
                      .console()
                      .deleteDBClusterSnapshot(call -> call.dbClusterSnapshotIdentifier(COPY)));

      scene.assertCleanedUp(scene.world().run(run));

      scene.assertOnlyWhatWasThereBefore();
    }
  }

  @Test
  void throttlingAndLostAnswersOnlyTakeLonger() {
    try (var scene = new Scene()) {
      scene.restored();
      scene.throttle(30);
      scene.loseAnswersOfDeletions();

      scene.assertCleanedUp(scene.cleanUp());

      scene.assertOnlyWhatWasThereBefore();
    }
  }

  @Test
  void aCleanUpThatTakesTooLongFailsAndCanBeRedriven() {
    try (var scene = new Scene()) {
      scene.restored();
      scene.refuses("DeleteDBCluster", "InvalidDBClusterStateFault");

      var run = scene.cleanUp();

      scene.assertRefused(run, "CleanUpDeadlineExceeded");
      assertThat(run.errorMessage()).contains("cluster " + CLUSTER).contains("it is busy");
      assertThat(run.state().orElseThrow().get("status").asText()).isEqualTo("FAILED");

      scene.refusesNoMore();
      Run redriven = scene.world().run(scene.world().redrive(run));
      scene.assertCleanedUp(redriven);
      scene.assertOnlyWhatWasThereBefore();
    }
  }

  /** A function that was at work when its execution was stopped: nothing is there, and then is. */
  @Test
  void whatAFunctionMakesAfterItsExecutionWasStoppedIsDeletedToo() {
    try (var scene = new Scene()) {
      var restore = scene.world().start(DRILL, Scene.input());
      scene.runUntil(restore, (run, world) -> run.state().isPresent());
      scene.world().engine().stop(restore.execution().arn(), "Drill", "stopped");
      assertThat(scene.left()).isEmpty();
      scene
          .world()
          .after(
              Duration.ofMinutes(4),
              () -> scene.target().snapshot(COPY).tag(Ownership.TAG, DRILL).exists());

      var run = scene.cleanUp();

      scene.assertCleanedUp(run);
      assertThat(scene.calls().deletions()).containsExactly("TearDown DeleteDBClusterSnapshot");
      scene.assertOnlyWhatWasThereBefore();
    }
  }
}
