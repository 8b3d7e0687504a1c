package aurora.restore.stories.cleanup;

import static aurora.restore.stories.Story.DRILL;
import static aurora.restore.stories.cleanup.Scene.input;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.operation.Milestone;
import aurora.restore.operation.Ownership;
import aurora.restore.simulation.rds.RdsKind;
import aurora.restore.simulation.rds.Resource;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

class ReaperTest {
  private static final Duration DAY = Duration.ofHours(24);

  @Test
  void aDrillCarriesItsExpiryFromBirth() {
    try (var scene = new Scene()) {
      var run = scene.restored(input().put("expires_after_hours", 8));

      var expiry = run.execution().startDate().plus(Duration.ofHours(8));
      assertThat(scene.world().resources())
          .filteredOn(it -> it.tags().containsKey(Ownership.TAG))
          .hasSize(6)
          .extracting(Resource::tags)
          .allSatisfy(
              tags -> assertThat(tags).containsEntry(Ownership.EXPIRY_TAG, expiry.toString()));
      assertThat(Instant.parse(run.state().orElseThrow().get("expires_at").asText()))
          .isEqualTo(expiry);
      assertThat(scene.world().mail())
          .last()
          .satisfies(it -> assertThat(it.body()).contains(expiry.toString()));
    }
  }

  @Test
  void nothingIsReapedBeforeItsTime() {
    try (var scene = new Scene()) {
      scene.restored(input().put("expires_after_hours", 8));

      var report = scene.world().reap();

      assertThat(report.cleanUps()).isEmpty();
      assertThat(report.reports()).isEmpty();
      assertThat(report.orphans()).isEmpty();
    }
  }

  @Test
  void aDayWithAScheduleThatFiresTwiceAnExpiredDrillAndAnOrphan() {
    try (var scene = new Scene()) {
      scene.target().snapshot("aurora-restore-forgotten").tag(Ownership.TAG, "forgotten").exists();
      var end = scene.world().now().plus(DAY);
      var scheduled =
          input().put("operation_id", "nightly-2026-11-23T03:00:00Z").put("expires_after_hours", 4);
      var first = scene.world().start("from-the-rule-1", scheduled);
      var second = scene.world().start("from-the-rule-2", scheduled);
      for (int hour = 1; hour < 21; hour++) {
        scene.world().after(Duration.ofHours(hour), scene.world()::reap);
      }

      scene.world().runUntil(end);

      assertThat(first.execution().status()).isNotEqualTo(second.execution().status());
      assertThat(first.milestones())
          .containsOnlyOnce(Milestone.STARTED, Milestone.COMPLETED, Milestone.CLEANED_UP);
      assertThat(executions(scene, ":clean-up")).isEqualTo(1);
      assertThat(scene.left()).containsExactly("CLUSTER_SNAPSHOT aurora-restore-forgotten");
      assertThat(scene.world().mail())
          .filteredOn(mail -> mail.subject().contains("ORPHANS"))
          .singleElement()
          .satisfies(
              mail ->
                  assertThat(mail.body())
                      .contains("cluster snapshot aurora-restore-forgotten")
                      .contains("'{\"operation_id\":\"forgotten\"}'"));
      assertThat(first.state().orElseThrow().get("status").asText()).isEqualTo("CLEANED_UP");
    }
  }

  @Test
  void anOrphanIsReportedAgainTheNextDayAndNoMoreWhenItIsGone() {
    try (var scene = new Scene()) {
      scene.target().snapshot("aurora-restore-forgotten").tag(Ownership.TAG, "forgotten").exists();

      assertThat(scene.world().reap().orphans()).containsExactly("forgotten");
      scene.world().runUntil(scene.world().now().plus(Duration.ofHours(1)));
      assertThat(scene.world().reap().orphans()).isEmpty();
      scene.world().runUntil(scene.world().now().plus(DAY));
      assertThat(scene.world().reap().orphans()).containsExactly("forgotten");
      scene.assertCleanedUp(scene.cleanUp(Scene.cleanUpOf("forgotten")));
      scene.world().runUntil(scene.world().now().plus(DAY));
      assertThat(scene.world().reap().orphans()).isEmpty();
      scene.assertOnlyWhatWasThereBefore();
    }
  }

  @Test
  void anExecutionWhoseEndNobodyToldOfIsReportedOnce() {
    try (var scene = new Scene()) {
      scene.world().deliverEventsAfter();
      var run = scene.stoppedAt("Wait For Copy", input());
      assertThat(run.state().orElseThrow().get("status").asText()).isEqualTo("RUNNING");
      scene.world().runUntil(scene.world().now().plus(Duration.ofHours(1)));

      assertThat(scene.world().reap().reports()).containsExactly(run.execution().arn());
      scene.world().run(run);
      assertThat(scene.world().reap().reports()).isEmpty();

      assertThat(run.state().orElseThrow().get("status").asText()).isEqualTo("FAILED");
      assertThat(run.milestones()).containsOnlyOnce(Milestone.FAILED);
      assertThat(scene.world().mail())
          .filteredOn(mail -> mail.subject().contains("FAILED"))
          .hasSize(1);
    }
  }

  @Test
  void aCleanUpWhoseEndNobodyToldOfIsReportedOnce() {
    try (var scene = new Scene()) {
      scene.restored();
      scene.world().deliverEventsAfter();
      var cleanUp = scene.world().startCleanUp("clean-up-1", Scene.cleanUpOf(DRILL));
      scene.runUntil(cleanUp, (run, world) -> !scene.calls().deletions().isEmpty());
      scene.world().engine().stop(cleanUp.execution().arn(), "Drill", "stopped");
      scene.world().runUntil(scene.world().now().plus(Duration.ofHours(1)));

      assertThat(scene.world().reap().reports()).containsExactly(cleanUp.execution().arn());
      scene.world().run(cleanUp);

      assertThat(cleanUp.state().orElseThrow().get("status").asText()).isEqualTo("FAILED");
      assertThat(scene.world().mail())
          .last()
          .satisfies(mail -> assertThat(mail.subject()).contains("FAILED"));
    }
  }

  @Test
  void aFailedDrillExpiresToo() {
    try (var scene = new Scene()) {
      var run = scene.stoppedAt("Wait For Cluster", input().put("expires_after_hours", 5));
      assertThat(scene.ours(RdsKind.CLUSTER)).isNotEmpty();
      scene.world().runUntil(scene.world().now().plus(Duration.ofHours(6)));

      assertThat(scene.world().reap().cleanUps()).containsExactly(DRILL);
      scene.world().run(run);

      scene.assertOnlyWhatWasThereBefore();
      assertThat(run.execution().status()).isEqualTo(ExecutionStatus.ABORTED);
    }
  }

  private static long executions(Scene scene, String machine) {
    return scene.world().engine().executions().stream()
        .filter(it -> it.machineArn().endsWith(machine))
        .count();
  }
}
