package aurora.restore.stories.cleanup;

import static aurora.restore.stories.Ending.assertFailed;
import static aurora.restore.stories.Ending.assertSucceeded;
import static aurora.restore.stories.Story.DRILL;
import static aurora.restore.stories.cleanup.Scene.CLUSTER;
import static aurora.restore.stories.cleanup.Scene.cleanUpOf;
import static aurora.restore.stories.cleanup.Scene.input;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.engine.Execution;
import aurora.restore.engine.Listener;
import aurora.restore.error.OperationInProgress;
import aurora.restore.operation.Ownership;
import aurora.restore.simulation.rds.RdsKind;
import aurora.restore.world.Run;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.rds.model.Tag;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** What happens between a clean-up's plan and its claim, or its first deletion. */
class PlannedThenClaimedTest {
  private static final String CLAIM = "Record Clean Up Started";

  @ParameterizedTest
  @ValueSource(strings = {"Copy Snapshot", "Restore Cluster", "Wait For Instance"})
  void aRestoreThatWasRedrivenAndIsAtWorkKeepsItsOperation(String state) {
    try (var scene = new Scene()) {
      var restore = stoppedOnceAt(scene, state);
      onEntering(
          scene,
          CLAIM,
          () -> {
            scene.world().redrive(restore);
            letWork(scene, restore);
          });

      var cleanUp = scene.world().startCleanUp("clean-up-1", cleanUpOf(DRILL));
      scene.runUntil(cleanUp, (run, world) -> false);

      assertRefusedBeforeAnythingIsDeleted(scene, cleanUp);
      assertSucceeds(scene, restore);
    }
  }

  /** A pause calls no function, so the row doesn't tell of the redrive yet. */
  @ParameterizedTest
  @ValueSource(strings = {"Pause For Copy", "Pause For Cluster", "Pause For Instance"})
  void aRestoreThatWasRedrivenIntoAPauseKeepsItsOperation(String state) {
    try (var scene = new Scene()) {
      var restore = stoppedOnceAt(scene, state);
      onEntering(scene, CLAIM, () -> scene.world().redrive(restore));

      var cleanUp = scene.world().startCleanUp("clean-up-1", cleanUpOf(DRILL));
      scene.runUntil(cleanUp, (run, world) -> false);

      assertRefusedBeforeAnythingIsDeleted(scene, cleanUp);
      assertSucceeds(scene, restore);
    }
  }

  @Test
  void anotherRestoreOfTheOperationKeepsIt() {
    try (var scene = new Scene()) {
      stoppedOnceAt(scene, "Restore Cluster");
      var another = new Run[1];
      onEntering(
          scene,
          CLAIM,
          () -> {
            another[0] = scene.world().start("another", input().put("operation_id", DRILL));
            letWork(scene, another[0]);
          });

      var cleanUp = scene.world().startCleanUp("clean-up-1", cleanUpOf(DRILL));
      scene.runUntil(cleanUp, (run, world) -> false);

      assertRefusedBeforeAnythingIsDeleted(scene, cleanUp);
      assertSucceeds(scene, another[0]);
    }
  }

  /** Whose a thing is, is read again right before it is deleted. */
  @ParameterizedTest
  @CsvSource({
    "CLUSTER, orders-drill-1",
    "CLUSTER_SNAPSHOT, aurora-restore-drill-1",
    "SUBNET_GROUP, aurora-restore-drill-1"
  })
  void whatWasGivenToAnotherOperationSinceThePlanStays(RdsKind kind, String id) {
    try (var scene = new Scene()) {
      scene.restored();
      onEntering(scene, "Tear Down", () -> giveAway(scene, kind, id));

      scene.assertCleanedUp(scene.cleanUp());

      assertThat(scene.left()).contains(kind + " " + id);
      if (kind == RdsKind.CLUSTER) {
        assertThat(scene.ours(RdsKind.INSTANCE)).hasSize(3);
      }
    }
  }

  @Test
  void aClusterWhoseInstanceWasGivenToAnotherOperationSinceThePlanStays() {
    try (var scene = new Scene()) {
      scene.restored();
      onEntering(scene, "Tear Down", () -> giveAway(scene, RdsKind.INSTANCE, CLUSTER + "-2"));

      scene.assertRefused(scene.cleanUp(), "ResourceNotOurs");

      assertThat(scene.calls().deletions()).isEmpty();
    }
  }

  private static void assertRefusedBeforeAnythingIsDeleted(Scene scene, Run cleanUp) {
    assertFailed(cleanUp, OperationInProgress.class);
    assertThat(cleanUp.execution().failedState()).isEqualTo(CLAIM);
    assertThat(scene.calls().deletions()).isEmpty();
  }

  private static void assertSucceeds(Scene scene, Run restore) {
    scene.world().run(restore);
    assertSucceeded(restore);
    assertThat(scene.calls().deletions()).isEmpty();
  }

  /** Stopped the first time that it enters the state, and reported. */
  private static Run stoppedOnceAt(Scene scene, String state) {
    var restore = scene.world().start(DRILL, input());
    onEntering(
        scene,
        state,
        () ->
            scene
                .world()
                .after(
                    Duration.ofSeconds(3),
                    () -> scene.world().engine().stop(restore.execution().arn(), "Drill", state)));
    scene.world().run(restore);
    scene.world().runUntil(scene.world().now().plus(Duration.ofHours(1)));
    assertThat(restore.state().orElseThrow().get("status").asText()).isEqualTo("FAILED");
    return restore;
  }

  private static void giveAway(Scene scene, RdsKind kind, String id) {
    var arn =
        scene.world().resources().stream()
            .filter(it -> it.kind() == kind && it.identifier().equals(id))
            .findFirst()
            .orElseThrow()
            .arn();
    scene
        .console()
        .addTagsToResource(
            call ->
                call.resourceName(arn)
                    .tags(Tag.builder().key(Ownership.TAG).value("drill-2").build()));
  }

  /** Until its row tells that it is at work. */
  private static void letWork(Scene scene, Run restore) {
    scene.runUntil(
        restore,
        (run, world) -> {
          var row = run.state().orElseThrow();
          return row.get("status").asText().equals("RUNNING")
              && row.get("execution_arn").asText().equals(restore.execution().arn());
        });
  }

  private static void onEntering(Scene scene, String state, Runnable action) {
    var done = new boolean[1];
    scene
        .world()
        .listen(
            new Listener() {
              @Override
              public void onEvent(Execution execution, HistoryEvent event) {
                var entered = event.stateEnteredEventDetails();
                if (!done[0] && entered != null && entered.name().equals(state)) {
                  done[0] = true;
                  action.run();
                }
              }
            });
  }
}
