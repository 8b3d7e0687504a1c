package aurora.restore.stories.cleanup;

import static aurora.restore.stories.cleanup.Scene.CLUSTER;
import static aurora.restore.stories.cleanup.Scene.COPY;
import static aurora.restore.stories.cleanup.Scene.DRILL;
import static aurora.restore.stories.cleanup.Scene.TARGET;
import static aurora.restore.stories.cleanup.Scene.cleanUpOf;
import static aurora.restore.stories.cleanup.Scene.input;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.error.OperationInProgress;
import aurora.restore.operation.Milestone;
import aurora.restore.operation.Ownership;
import aurora.restore.simulation.rds.Kind;
import aurora.restore.world.Run;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.rds.model.Tag;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

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
      assertThat(run.execution().output().get("deleted"))
          .extracting(it -> it.get("kind").asText() + " " + it.get("id").asText())
          .containsExactly(
              "instance orders-drill-1-1",
              "instance orders-drill-1-2",
              "instance orders-drill-1-3",
              "cluster orders-drill-1",
              "cluster-snapshot aurora-restore-drill-1",
              "subnet-group aurora-restore-drill-1");
      assertThat(run.execution().output().get("kept")).isEmpty();
      assertThat(run.execution().output().get("seconds").asLong()).isPositive();
      assertThat(run.state().orElseThrow().get("resources")).isEmpty();
    }
  }

  @Test
  void readersGoBeforeTheWriterAndEachThingIsDeletedOnce() {
    try (var scene = new Scene()) {
      scene.restored();

      scene.cleanUp();

      assertThat(scene.deletions())
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
  void aRunningOperationIsRefusedAndAStoppedCopyIsCancelled() {
    try (var scene = new Scene()) {
      var restore = scene.world().start(DRILL, input());
      scene.runUntil(restore, (run, world) -> !scene.ours(Kind.CLUSTER_SNAPSHOT).isEmpty());
      var early = scene.world().startCleanUp("early", cleanUpOf(DRILL));
      scene.runUntil(early, (run, world) -> false);
      assertThat(early.execution().error()).endsWith(".OperationInProgress");
      assertThat(early.errorMessage()).contains("stop-execution");
      assertThat(scene.ours(Kind.CLUSTER_SNAPSHOT)).containsExactly(COPY);

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
  void whatIsNotOursUnderANameOfOursIsLeftAlone() {
    try (var scene = new Scene()) {
      scene.restored();
      scene.console().deleteDBClusterSnapshot(call -> call.dbClusterSnapshotIdentifier(COPY));
      scene.world().runUntil(scene.world().now().plus(Duration.ofHours(1)));
      scene.world().rds(TARGET).snapshot(COPY).tag(Ownership.TAG, "drill-2").exists();

      var run = scene.cleanUp();

      scene.assertCleanedUp(run);
      assertThat(scene.left()).containsExactly("CLUSTER_SNAPSHOT " + COPY);
      assertThat(run.execution().output().get("left_alone").get(0).get("owner").asText())
          .isEqualTo("it belongs to operation drill-2");
    }
  }

  @Test
  void aForeignInstanceInOurClusterStopsTheCleanUpBeforeAnythingIsDeleted() {
    try (var scene = new Scene()) {
      scene.restored();
      scene
          .console()
          .createDBInstance(
              call ->
                  call.dbInstanceIdentifier("by-hand")
                      .dbClusterIdentifier(CLUSTER)
                      .dbInstanceClass("db.r6g.large")
                      .engine("aurora-mysql"));
      scene.world().runUntil(scene.world().now().plus(Duration.ofHours(1)));
      var there = scene.left();

      var run = scene.cleanUp();

      scene.assertRefused(run, "ResourceNotOurs");
      assertThat(run.errorMessage()).contains("instance by-hand in cluster " + CLUSTER);
      assertThat(scene.left()).isEqualTo(there);
      assertThat(run.state().orElseThrow().get("status").asText()).isEqualTo("SUCCEEDED");

      scene.console().deleteDBInstance(call -> call.dbInstanceIdentifier("by-hand"));
      scene.world().runUntil(scene.world().now().plus(Duration.ofHours(1)));
      scene.assertCleanedUp(scene.world().cleanUp("again", cleanUpOf(DRILL)));
      scene.assertOnlyWhatWasThereBefore();
    }
  }

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
  void aStoppedClusterIsToldOfBeforeAnythingIsDeleted() {
    try (var scene = new Scene()) {
      scene.restored();
      scene.world().rds(TARGET).clusterEntersStatus(CLUSTER, "stopped");
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
      assertThat(scene.deletions()).doesNotContain("TearDown DeleteDBInstance");
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
  void whatAnotherOperationRestoredGoesOn() {
    try (var scene = new Scene()) {
      scene.restored();
      var other = scene.world().restore("drill-2", Scene.input());
      assertThat(other.execution().status()).isEqualTo(ExecutionStatus.SUCCEEDED);

      scene.assertCleanedUp(scene.cleanUp());

      assertThat(scene.left()).hasSize(6).allMatch(left -> left.contains("drill-2"));
    }
  }

  @Test
  void aSecondCleanUpIsRefusedWhileTheFirstIsAtWork() {
    try (var scene = new Scene()) {
      scene.restored();
      var first = scene.world().startCleanUp("clean-up-1", cleanUpOf(DRILL));
      scene.runUntil(first, (run, world) -> !scene.deletions().isEmpty());

      var second = scene.world().startCleanUp("clean-up-2", cleanUpOf(DRILL));
      scene.runUntil(second, (run, world) -> false);

      assertThat(second.execution().error()).isEqualTo(OperationInProgress.class.getName());
      assertThat(second.errorMessage()).contains(first.execution().arn());
      assertThat(first.execution().status()).isEqualTo(ExecutionStatus.RUNNING);
      scene.world().run(first);
      assertThat(first.execution().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
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
      assertThat(first.execution().error()).isEqualTo(OperationInProgress.class.getName());
    }
  }

  @Test
  void anotherOperationsCopyOfTheSameSnapshotGoesOn() {
    try (var scene = new Scene()) {
      scene.restored();
      scene
          .console()
          .copyDBClusterSnapshot(
              call ->
                  call.sourceDBClusterSnapshotIdentifier(
                          "arn:aws:rds:us-east-1:111122223333:cluster-snapshot:orders-2026-11-22")
                      .targetDBClusterSnapshotIdentifier("aurora-restore-drill-2")
                      .tags(Tag.builder().key(Ownership.TAG).value("drill-2").build()));

      scene.assertCleanedUp(scene.cleanUp());

      assertThat(scene.left()).containsExactly("CLUSTER_SNAPSHOT aurora-restore-drill-2");
      scene.assertSourceIsUntouched();
    }
  }

  @Test
  void theCopyStaysWhereItIsToBeKept() {
    try (var scene = new Scene()) {
      scene.restored();

      var run = scene.cleanUp(cleanUpOf(DRILL).put("keep_snapshot", true));

      scene.assertCleanedUp(run);
      assertThat(scene.left()).containsExactly("CLUSTER_SNAPSHOT " + COPY);
      assertThat(run.execution().output().get("kept").get(0).get("id").asText()).isEqualTo(COPY);
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
      assertThat(run.execution().output().get("warnings")).isEmpty();
    }
  }

  @Test
  void aFinalSnapshotWhoseNameIsTakenIsRefusedFirst() {
    try (var scene = new Scene()) {
      scene.restored();
      scene.world().rds(TARGET).snapshot("orders-last").exists();
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
