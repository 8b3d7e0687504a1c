package aurora.restore.stories.cleanup;

import static aurora.restore.stories.Ending.assertSucceeded;
import static aurora.restore.stories.Story.DRILL;
import static aurora.restore.stories.cleanup.Scene.CLUSTER;
import static aurora.restore.stories.cleanup.Scene.COPY;
import static aurora.restore.stories.cleanup.Scene.cleanUpOf;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.operation.Ownership;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.Tag;

/** What isn't the operation's, among what is or under its names: a clean-up leaves it alone. */
class NotOursTest {
  @Test
  void whatIsNotOursUnderANameOfOursIsLeftAlone() {
    try (var scene = new Scene()) {
      scene.restored();
      scene.console().deleteDBClusterSnapshot(call -> call.dbClusterSnapshotIdentifier(COPY));
      scene.world().runUntil(scene.world().now().plus(Duration.ofHours(1)));
      scene.target().snapshot(COPY).tag(Ownership.TAG, "drill-2").exists();

      var run = scene.cleanUp();

      scene.assertCleanedUp(run);
      assertThat(scene.left()).containsExactly("CLUSTER_SNAPSHOT " + COPY);
      assertThat(run.output().get("left_alone").get(0).get("owner").asText())
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
  void whatAnotherOperationRestoredGoesOn() {
    try (var scene = new Scene()) {
      scene.restored();
      var other = scene.world().restore("drill-2", Scene.input());
      assertSucceeded(other);

      scene.assertCleanedUp(scene.cleanUp());

      assertThat(scene.left()).hasSize(6).allMatch(left -> left.contains("drill-2"));
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

  /** RDS can give a snapshot its cluster's tags: they don't make it the pipeline's. */
  @Test
  void whatSomebodyMadeOfARestoredClusterStaysAlthoughItHasItsTag() {
    try (var scene = new Scene()) {
      scene.restored();
      var tag = Tag.builder().key(Ownership.TAG).value(DRILL).build();
      scene
          .console()
          .createDBClusterSnapshot(
              call ->
                  call.dbClusterIdentifier(CLUSTER)
                      .dbClusterSnapshotIdentifier("before-the-release")
                      .tags(tag));
      scene
          .console()
          .createDBSubnetGroup(
              call ->
                  call.dbSubnetGroupName("orders-subnets")
                      .dbSubnetGroupDescription("made by hand")
                      .subnetIds("subnet-01a", "subnet-01b")
                      .tags(tag));
      scene.world().runUntil(scene.world().now().plus(Duration.ofHours(1)));

      scene.assertCleanedUp(scene.cleanUp());

      assertThat(scene.left())
          .containsExactlyInAnyOrder(
              "CLUSTER_SNAPSHOT before-the-release", "SUBNET_GROUP orders-subnets");
    }
  }

  /** Named as a copy and tagged by hand as the operation's: it is the source all the same. */
  @Test
  void theSourceSnapshotIsNeverDeletedWhateverItsNameAndItsTags() {
    var source = "aurora-restore-of-last-year";
    var input = Scene.input().put("target_region", Scene.SOURCE).put("snapshot_id", source);
    try (var scene = new Scene(input)) {
      scene.restored(input);
      var rds = scene.world().console().rds(Scene.SOURCE);
      rds.addTagsToResource(
          call ->
              call.resourceName("arn:aws:rds:us-east-1:111122223333:cluster-snapshot:" + source)
                  .tags(Tag.builder().key(Ownership.TAG).value(DRILL).build()));

      scene.assertRefused(scene.cleanUp(), "ResourceNotOurs");

      assertThat(scene.world().resources())
          .anyMatch(it -> it.identifier().equals(source) && it.region().equals(Scene.SOURCE));
    }
  }
}
