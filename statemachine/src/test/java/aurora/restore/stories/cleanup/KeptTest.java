package aurora.restore.stories.cleanup;

import static aurora.restore.stories.Ending.assertSucceeded;
import static aurora.restore.stories.Story.DRILL;
import static aurora.restore.stories.cleanup.Scene.CLUSTER;
import static aurora.restore.stories.cleanup.Scene.COPY;
import static aurora.restore.stories.cleanup.Scene.SOURCE;
import static aurora.restore.stories.cleanup.Scene.cleanUpOf;
import static aurora.restore.stories.cleanup.Scene.input;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.operation.Ownership;
import aurora.restore.simulation.rds.RdsKind;
import aurora.restore.world.Run;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.Tag;

/** What a clean-up leaves standing, and why. */
class KeptTest {

  @Test
  void aClusterWithTheHandsOffTagStaysWithItsInstancesAndItsSubnetGroup() {
    try (var scene = new Scene()) {
      scene.restored(one());
      handsOff(scene, RdsKind.CLUSTER, CLUSTER);

      var run = scene.cleanUp();

      scene.assertCleanedUp(run);
      assertThat(scene.left())
          .containsExactlyInAnyOrder(
              "CLUSTER " + CLUSTER, "INSTANCE " + CLUSTER + "-1", "SUBNET_GROUP " + COPY);
      assertThat(run.output().get("kept"))
          .extracting(it -> it.get("id").asText())
          .containsExactlyInAnyOrder(CLUSTER, CLUSTER + "-1", COPY);
      assertThat(run.output().at("/kept/0/why").asText()).contains("hands-off");
      assertThat(run.state().orElseThrow().has("ttl")).isFalse();
      assertThat(scene.world().reap().orphans()).isEmpty();
    }
  }

  @Test
  void theTagOnAnInstanceKeepsItsClusterToo() {
    try (var scene = new Scene()) {
      scene.restored();
      handsOff(scene, RdsKind.INSTANCE, CLUSTER + "-2");

      var run = scene.cleanUp();

      scene.assertCleanedUp(run);
      assertThat(scene.left()).hasSize(5).doesNotContain("CLUSTER_SNAPSHOT " + COPY);
    }
  }

  @Test
  void theCleanUpOfAnExpiredDrillRespectsTheTagAndIsNotRepeated() {
    try (var scene = new Scene()) {
      var run = scene.restored(one().put("expires_after_hours", 1));
      handsOff(scene, RdsKind.CLUSTER, CLUSTER);

      for (int hour = 0; hour < 30; hour++) {
        scene.world().runUntil(scene.world().now().plus(Duration.ofHours(1)));
        scene.world().reap();
      }

      assertThat(scene.left()).hasSize(3).contains("CLUSTER " + CLUSTER);
      assertThat(run.state().orElseThrow().get("status").asText()).isEqualTo("CLEANED_UP");
    }
  }

  @Test
  void onceTheTagIsTakenOffACleanUpDeletesTheRest() {
    try (var scene = new Scene()) {
      scene.restored(one());
      handsOff(scene, RdsKind.CLUSTER, CLUSTER);
      scene.cleanUp();
      var arn = arn(scene, RdsKind.CLUSTER, CLUSTER);
      scene
          .console()
          .removeTagsFromResource(call -> call.resourceName(arn).tagKeys(Ownership.HANDS_OFF_TAG));

      var run = scene.world().cleanUp("again", cleanUpOf(DRILL));

      scene.assertCleanedUp(run);
      scene.assertOnlyWhatWasThereBefore();
      assertThat(run.state().orElseThrow().has("ttl")).isTrue();
    }
  }

  @Test
  void theRowOfAKeptSnapshotIsNotForgotten() {
    try (var scene = new Scene()) {
      scene.restored(one());

      var run = scene.cleanUp(cleanUpOf(DRILL).put("keep_snapshot", true));

      scene.assertCleanedUp(run);
      assertThat(run.state().orElseThrow().has("ttl")).isFalse();
      var again = scene.world().cleanUp("again", cleanUpOf(DRILL));
      scene.assertCleanedUp(again);
      scene.assertOnlyWhatWasThereBefore();
      assertThat(again.state().orElseThrow().has("ttl")).isTrue();
    }
  }

  @Test
  void aClusterThatSomebodyTookOverKeepsItsInstances() {
    try (var scene = new Scene()) {
      scene.restored();
      var arn = arn(scene, RdsKind.CLUSTER, CLUSTER);
      scene.console().removeTagsFromResource(call -> call.resourceName(arn).tagKeys(Ownership.TAG));

      var run = scene.cleanUp();

      scene.assertCleanedUp(run);
      assertThat(scene.ours(RdsKind.INSTANCE)).hasSize(3);
      assertThat(scene.calls().deletions()).containsExactly("TearDown DeleteDBClusterSnapshot");
      assertThat(run.output().get("left_alone"))
          .extracting(it -> it.get("owner").asText())
          .anyMatch(owner -> owner.startsWith("its cluster " + CLUSTER + " isn't the operation's"));
      assertThat(run.state().orElseThrow().has("ttl")).isFalse();
    }
  }

  @Test
  void aClusterThatAnotherOperationTookOverKeepsItsInstances() {
    try (var scene = new Scene()) {
      scene.restored(one());
      tag(scene, RdsKind.CLUSTER, CLUSTER, Ownership.TAG, "drill-2");

      scene.assertCleanedUp(scene.cleanUp());

      assertThat(scene.left()).contains("CLUSTER " + CLUSTER, "INSTANCE " + CLUSTER + "-1");
    }
  }

  @Test
  void aSubnetGroupThatSomebodyElseUsesIsToldAndNotWaitedFor() {
    try (var scene = new Scene()) {
      scene.restored();
      scene.target().cluster("squatter").network(COPY, List.of("sg-0a1b2c3d4e5f60718")).exists();

      var run = scene.cleanUp();

      scene.assertCleanedUp(run);
      assertThat(run.output().at("/kept/0/why").asText()).isEqualTo("cluster squatter uses it");
      assertThat(run.output().get("seconds").asLong()).isLessThan(3600);
      assertThat(scene.left())
          .containsExactlyInAnyOrder("CLUSTER squatter", "SUBNET_GROUP " + COPY);
    }
  }

  @Test
  void ofTwoExecutionsOnlyWhatOneMadeGoes() {
    var input = one().put("operation_id", "drill");
    try (var scene = new Scene(input)) {
      var mended = scene.breaks("CreateInstance");
      var first = scene.world().restore("first", input);
      mended.run();
      var second = scene.world().restore("second", input);
      assertSucceeded(second);

      var run = madeBy(scene, second);

      assertSucceeded(run);
      assertThat(scene.ours(RdsKind.INSTANCE)).isEmpty();
      assertThat(scene.ours(RdsKind.CLUSTER)).hasSize(1);
      assertThat(run.output().at("/kept/0/why").asText())
          .isEqualTo("execution " + first.execution().arn() + " made it");
      assertThat(run.state().orElseThrow().get("status").asText()).isEqualTo("FAILED");
      assertThat(run.state().orElseThrow().has("ttl")).isFalse();
    }
  }

  @Test
  void aClusterWithAnotherExecutionsInstanceStays() {
    var input = one().put("operation_id", "drill");
    try (var scene = new Scene(input)) {
      var mended = scene.breaks("CreateInstance");
      var first = scene.world().restore("first", input);
      mended.run();
      scene.world().restore("second", input);

      var run = madeBy(scene, first);

      assertSucceeded(run);
      assertThat(scene.ours(RdsKind.CLUSTER)).hasSize(1);
      assertThat(scene.ours(RdsKind.INSTANCE)).hasSize(1);
      assertThat(scene.ours(RdsKind.SUBNET_GROUP)).hasSize(1);
      var all = scene.world().cleanUp("all", cleanUpOf("drill"));
      scene.assertCleanedUp(all);
      scene.assertOnlyWhatWasThereBefore();
    }
  }

  private static Run madeBy(Scene scene, Run made) {
    return scene.world().cleanUp("one", cleanUpOf("drill").put("made_by", made.execution().arn()));
  }

  private static ObjectNode one() {
    return input().put("instance_count", 1);
  }

  private static void handsOff(Scene scene, RdsKind kind, String id) {
    tag(scene, kind, id, Ownership.HANDS_OFF_TAG, "true");
  }

  private static void tag(Scene scene, RdsKind kind, String id, String key, String value) {
    var arn = arn(scene, kind, id);
    scene
        .console()
        .addTagsToResource(
            call -> call.resourceName(arn).tags(Tag.builder().key(key).value(value).build()));
  }

  private static String arn(Scene scene, RdsKind kind, String id) {
    return scene.world().resources().stream()
        .filter(it -> it.kind() == kind && it.identifier().equals(id))
        .filter(it -> !it.region().equals(SOURCE))
        .findFirst()
        .orElseThrow()
        .arn();
  }
}
