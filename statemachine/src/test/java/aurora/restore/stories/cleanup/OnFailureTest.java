package aurora.restore.stories.cleanup;

import static aurora.restore.stories.Ending.assertFailed;
import static aurora.restore.stories.Ending.assertSucceeded;
import static aurora.restore.stories.Story.DRILL;
import static aurora.restore.stories.cleanup.Scene.CLUSTER;
import static aurora.restore.stories.cleanup.Scene.input;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.error.OperationInProgress;
import aurora.restore.operation.Milestone;
import aurora.restore.simulation.rds.RdsKind;
import aurora.restore.world.Run;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

class OnFailureTest {

  @Test
  void aFailedRestoreIsCleanedUpWhereItsInputAsksForThat() {
    try (var scene = new Scene()) {
      var run = fail(scene, "clean_up");

      assertThat(run.execution().status()).isEqualTo(ExecutionStatus.FAILED);
      scene.assertCleanedUp(run(scene, run));
      scene.assertOnlyWhatWasThereBefore();
      assertThat(run.milestones())
          .endsWith(Milestone.FAILED, Milestone.CLEAN_UP_STARTED, Milestone.CLEANED_UP);
      assertThat(scene.world().mail())
          .anySatisfy(
              mail ->
                  assertThat(mail.body())
                      .contains("is cleaned up now")
                      .contains("start-execution"));
    }
  }

  @Test
  void aReportThatComesTwiceStartsOneCleanUp() {
    try (var scene = new Scene()) {
      scene.world().deliverEventsAfter(Duration.ofSeconds(1), Duration.ofMinutes(3));

      var run = fail(scene, "clean_up");

      scene.assertOnlyWhatWasThereBefore();
      assertThat(cleanUps(scene)).isEqualTo(1);
      assertThat(run.milestones()).containsOnlyOnce(Milestone.FAILED);
    }
  }

  @Test
  void whatItMadeStaysWhereNothingIsAsked() {
    try (var scene = new Scene()) {
      fail(scene, "keep");

      assertThat(scene.ours(RdsKind.CLUSTER)).containsExactly(CLUSTER);
      assertThat(cleanUps(scene)).isZero();
    }
  }

  @Test
  void aRefusedExecutionCleansUpNothingOfTheOneThatHasTheOperation() {
    try (var scene = new Scene()) {
      var first = scene.world().start(DRILL, input());
      scene.runUntil(first, (run, world) -> run.state().isPresent());
      var second =
          scene
              .world()
              .start("second", input().put("operation_id", DRILL).put("on_failure", "clean_up"));

      scene.world().run(first);

      assertFailed(second, OperationInProgress.class);
      assertSucceeded(first);
      assertThat(scene.ours(RdsKind.INSTANCE)).hasSize(3);
      assertThat(cleanUps(scene)).isZero();
    }
  }

  private static Run fail(Scene scene, String onFailure) {
    var run = scene.world().start(DRILL, input().put("on_failure", onFailure));
    scene.runUntil(run, (it, world) -> scene.ours(RdsKind.CLUSTER).contains(CLUSTER));
    scene.target().clusterEntersStatus(CLUSTER, "migration-failed");
    return scene.world().run(run);
  }

  private static Run run(Scene scene, Run restore) {
    var cleanUp =
        scene.world().engine().executions().stream()
            .filter(it -> it.machineArn().endsWith(":clean-up"))
            .findFirst()
            .orElseThrow();
    return new Run(cleanUp, restore.world());
  }

  private static long cleanUps(Scene scene) {
    return scene.world().engine().executions().stream()
        .filter(it -> it.machineArn().endsWith(":clean-up"))
        .count();
  }
}
