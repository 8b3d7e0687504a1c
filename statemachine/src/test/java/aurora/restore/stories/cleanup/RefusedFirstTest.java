package aurora.restore.stories.cleanup;

import static aurora.restore.stories.Ending.assertFailed;
import static aurora.restore.stories.Story.DRILL;
import static aurora.restore.stories.cleanup.Scene.CLUSTER;
import static aurora.restore.stories.cleanup.Scene.TARGET;
import static aurora.restore.stories.cleanup.Scene.cleanUpOf;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.error.OperationInProgress;
import aurora.restore.simulation.rds.Course;
import aurora.restore.simulation.rds.Quota;
import aurora.restore.world.Run;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is refused while everything is still there: no clean-up is half done. */
class RefusedFirstTest {
  private static final String LAST = "orders-last";

  @Test
  void aMemberOfAGlobalDatabaseIsRefused() {
    try (var scene = new Scene()) {
      scene.restored();
      scene.target().ties(CLUSTER, it -> it.primaryOf("orders-global"));

      var run = scene.cleanUp();

      assertNothingDeleted(scene, run, "ClusterReplicated");
      assertThat(run.errorMessage())
          .contains("orders-global")
          .contains("aws rds remove-from-global-cluster --region " + TARGET);
      scene
          .console()
          .removeFromGlobalCluster(
              call ->
                  call.globalClusterIdentifier("orders-global")
                      .dbClusterIdentifier(
                          "arn:aws:rds:us-west-2:111122223333:cluster:" + CLUSTER));
      scene.assertCleanedUp(scene.world().cleanUp("again", cleanUpOf(DRILL)));
      scene.assertOnlyWhatWasThereBefore();
    }
  }

  @Test
  void aClusterWithAReplicaInAnotherRegionIsRefused() {
    try (var scene = new Scene()) {
      scene.restored();
      scene
          .target()
          .ties(
              CLUSTER,
              it -> it.readReplica("arn:aws:rds:eu-west-1:111122223333:cluster:orders-eu"));

      var run = scene.cleanUp();

      assertNothingDeleted(scene, run, "ClusterReplicated");
      assertThat(run.errorMessage())
          .contains(
              "aws rds promote-read-replica-db-cluster --region eu-west-1"
                  + " --db-cluster-identifier orders-eu");
    }
  }

  @Test
  void aFinalSnapshotForWhichThereIsNoQuotaIsRefused() {
    try (var scene = new Scene()) {
      scene.restored();
      scene.target().used(Quota.MANUAL_CLUSTER_SNAPSHOTS, 99);

      var run = scene.cleanUp(cleanUpOf(DRILL).put("final_snapshot_id", LAST));

      assertNothingDeleted(scene, run, "SnapshotQuotaExceeded");
      assertThat(run.execution().failedState()).isEqualTo("Plan Clean Up");
    }
  }

  @Test
  void withTheLastOneOfTheQuotaAFinalSnapshotIsTaken() {
    try (var scene = new Scene()) {
      scene.restored();
      scene.target().used(Quota.MANUAL_CLUSTER_SNAPSHOTS, 98);

      scene.assertCleanedUp(scene.cleanUp(cleanUpOf(DRILL).put("final_snapshot_id", LAST)));

      assertThat(scene.left()).containsExactly("CLUSTER_SNAPSHOT " + LAST);
    }
  }

  @Test
  void aFinalSnapshotThatFailsIsToldBeforeAnythingIsDeletedAndARedriveTakesAnother() {
    try (var scene = new Scene()) {
      scene.restored();
      scene.world().durations().nextSnapshot(Course.endsIn("failed", Duration.ofMinutes(9)));

      var run = scene.cleanUp(cleanUpOf(DRILL).put("final_snapshot_id", LAST));

      assertNothingDeleted(scene, run, "FinalSnapshotFailed");
      assertThat(run.execution().failedState()).isEqualTo("Tear Down");
      scene.console().deleteDBClusterSnapshot(call -> call.dbClusterSnapshotIdentifier(LAST));
      scene.world().runUntil(scene.world().now().plus(Duration.ofHours(1)));
      scene.assertCleanedUp(scene.world().run(scene.world().redrive(run)));
      assertThat(scene.left()).containsExactly("CLUSTER_SNAPSHOT " + LAST);
    }
  }

  @Test
  void nothingIsDeletedBeforeTheFinalSnapshotIsAvailable() {
    try (var scene = new Scene()) {
      scene.restored();
      scene.world().durations().nextSnapshot(Course.takes(Duration.ofMinutes(70)));
      var run =
          scene.world().startCleanUp("clean-up-1", cleanUpOf(DRILL).put("final_snapshot_id", LAST));

      scene.world().runUntil(scene.world().now().plus(Duration.ofMinutes(60)));

      assertThat(scene.calls().deletions()).isEmpty();
      scene.assertCleanedUp(scene.world().run(run));
      assertThat(run.output().at("/kept/0/why").asText()).startsWith("final snapshot, begun at ");
      assertThat(run.state().orElseThrow().has("ttl")).isTrue();
    }
  }

  @Test
  void aSnapshotOfAnotherClusterThatTakesTheNameMeanwhileIsNoFinalSnapshot() {
    try (var scene = new Scene()) {
      scene.restored();
      var mended = scene.breaks("TearDown");
      var run = scene.cleanUp(cleanUpOf(DRILL).put("final_snapshot_id", LAST));
      scene.target().snapshot(LAST).exists();
      mended.run();

      scene.world().run(scene.world().redrive(run));

      assertNothingDeleted(scene, run, "ResourceNotOurs");
    }
  }

  @Test
  void aCleanUpThatIsRedrivenAfterAnotherEndedDeletesNothingOfTheNextRestore() {
    try (var scene = new Scene()) {
      scene.restored();
      var mended = scene.breaks("TearDown");
      var first = scene.cleanUp();
      mended.run();
      scene.assertCleanedUp(scene.world().cleanUp("clean-up-2", cleanUpOf(DRILL)));
      var again = scene.world().restore("again", Scene.input().put("operation_id", DRILL));
      assertThat(again.execution().status().toString()).isEqualTo("SUCCEEDED");
      var there = scene.left();
      var deletions = scene.calls().deletions();

      scene.world().run(scene.world().redrive(first));

      assertFailed(first, OperationInProgress.class);
      assertThat(scene.calls().deletions()).isEqualTo(deletions);
      scene.world().runUntil(scene.world().now().plus(Duration.ofHours(1)));
      assertThat(scene.left()).isEqualTo(there);
    }
  }

  private static void assertNothingDeleted(Scene scene, Run run, String error) {
    scene.assertRefused(run, error);
    assertThat(scene.calls().deletions()).isEmpty();
    assertThat(scene.left()).contains("CLUSTER " + CLUSTER, "INSTANCE " + CLUSTER + "-1");
  }
}
