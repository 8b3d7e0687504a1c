package aurora.restore.stories.cleanup;

import static aurora.restore.stories.Story.DRILL;
import static aurora.restore.stories.cleanup.Scene.cleanUpOf;
import static aurora.restore.stories.cleanup.Scene.input;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.operation.Milestone;
import aurora.restore.simulation.rds.RdsKind;
import aurora.restore.world.Run;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * A report that comes when its operation has gone on: the row tells what is, the trail what was.
 */
class LateReportTest {
  private static final Duration LATE = Duration.ofMinutes(30);

  @Test
  void theRowOfARedrivenExecutionAtWorkTellsThatItIsAtWork() {
    try (var scene = late()) {
      var run = failedAndRedriven(scene);
      scene.runUntil(
          run, (it, world) -> row(it).at("/progress/observed").asText().equals("copying"));

      passUntilReported(scene, run);

      assertThat(row(run).get("status").asText()).isEqualTo("RUNNING");
      assertThat(row(run).get("redrive_count").asInt()).isEqualTo(1);
      assertThat(row(run).has("failure")).isFalse();
    }
  }

  @Test
  void theRowOfAnExecutionThatFailedAgainTellsItsSecondEnd() {
    try (var scene = late()) {
      var run = failedAndRedriven(scene);
      scene.runUntil(run, (it, world) -> scene.ours(RdsKind.CLUSTER_SNAPSHOT).size() == 1);
      scene.world().deliverEventsAfter(Duration.ofSeconds(1));
      scene.world().engine().stop(run.execution().arn(), "Drill", "the second end");
      scene.world().runUntil(scene.world().now().plus(Duration.ofMinutes(5)));
      assertThat(row(run).at("/failure/message").asText()).contains("the second end");

      scene.world().runUntil(scene.world().now().plus(LATE));

      assertThat(run.milestones().stream().filter(it -> it == Milestone.FAILED)).hasSize(2);
      assertThat(row(run).get("redrive_count").asInt()).isEqualTo(1);
      assertThat(row(run).at("/failure/message").asText()).contains("the second end");
    }
  }

  @Test
  void theRowOfAnOperationThatAnotherExecutionHasTellsOfThatOne() {
    try (var scene = new Scene()) {
      scene.world().deliverEventsAfter(Duration.ofSeconds(1), LATE);
      var run = failed(scene);
      scene.world().runUntil(scene.world().now().plus(Duration.ofMinutes(1)));
      assertThat(row(run).get("status").asText()).isEqualTo("FAILED");
      var second = scene.world().start("second", input().put("operation_id", DRILL));

      scene.world().runUntil(scene.world().now().plus(LATE));

      assertThat(second.execution().status()).isEqualTo(ExecutionStatus.RUNNING);
      assertThat(row(run).get("status").asText()).isEqualTo("RUNNING");
      assertThat(row(run).get("execution_arn").asText()).isEqualTo(second.execution().arn());
    }
  }

  @Test
  void theRowOfACleanedUpOperationTellsThatItIsCleanedUp() {
    try (var scene = late()) {
      var run = failed(scene);
      var cleanUp = scene.world().startCleanUp("clean-up-1", cleanUpOf(DRILL));
      scene.runUntil(cleanUp, (it, world) -> false);

      passUntilReported(scene, run);

      assertThat(row(run).get("status").asText()).isEqualTo("CLEANED_UP");
      assertThat(row(run).get("execution_arn").asText()).isEqualTo(cleanUp.execution().arn());
    }
  }

  private static Scene late() {
    var scene = new Scene();
    scene.world().deliverEventsAfter(LATE);
    return scene;
  }

  private static Run failed(Scene scene) {
    var mend = scene.breaks("CopySnapshot");
    var run = scene.world().start(DRILL, input());
    scene.runUntil(run, (it, world) -> false);
    assertThat(run.execution().failedState()).isEqualTo("Copy Snapshot");
    mend.run();
    return run;
  }

  private static Run failedAndRedriven(Scene scene) {
    return scene.world().redrive(failed(scene));
  }

  private static void passUntilReported(Scene scene, Run run) {
    assertThat(run.milestones()).doesNotContain(Milestone.FAILED);
    while (!run.milestones().contains(Milestone.FAILED)) {
      assertThat(scene.world().runNext()).as("the report comes").isTrue();
    }
  }

  private static JsonNode row(Run run) {
    return run.state().orElseThrow();
  }
}
