package aurora.restore.stories;

import static aurora.restore.operation.Milestone.COMPLETED;
import static aurora.restore.stories.Ending.assertFailed;
import static aurora.restore.stories.Ending.assertSucceeded;
import static aurora.restore.stories.RunbookInput.input;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.edge.Json;
import aurora.restore.error.OperationInProgress;
import aurora.restore.error.VerificationFailed;
import aurora.restore.world.Run;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** An execution that is redriven when all was verified already: what is there at that moment? */
class VerifiedAgainTest {
  private static final String CLUSTER = "orders-drill-1";

  @ParameterizedTest
  @ValueSource(strings = {"Record Completed", "Record Evidence", "Notify Completed"})
  void restoreThatIsStillThereIsVerifiedAgainAndCompleted(String state) {
    try (var story = Story.of(input())) {
      var run = stoppedAt(state, story);
      story.world().run(story.world().redrive(run));
      assertSucceeded(run);
      assertThat(run.state().orElseThrow().get("status").asText()).isEqualTo("SUCCEEDED");
      assertThat(entered(run, "Verify Restore")).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Record Completed", "Record Evidence", "Notify Completed"})
  void restoreThatWasCleanedUpMeanwhileIsNotCompleted(String state) {
    try (var story = Story.of(input())) {
      var run = stoppedAt(state, story);
      var cleanUp = Json.MAPPER.createObjectNode().put("operation_id", Story.DRILL);
      assertThat(story.world().cleanUp("clean-up-1", cleanUp).execution().status())
          .isEqualTo(ExecutionStatus.SUCCEEDED);
      assertThat(story.made()).isEmpty();
      assertNotCompletedByARedrive(story, run);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Record Completed", "Record Evidence", "Notify Completed"})
  void restoreWhoseWriterBrokeMeanwhileIsNotCompleted(String state) {
    try (var story = Story.of(input())) {
      var run = stoppedAt(state, story);
      story.target().instanceEntersStatus(CLUSTER + "-1", "storage-full");
      assertNotCompletedByARedrive(story, run);
      assertFailed(run, VerificationFailed.class);
      assertThat(run.errorMessage()).contains("storage-full");
    }
  }

  @Test
  void whoWaitsToVerifyWhatAnotherExecutionTookOverIsRefused() {
    try (var story = Story.of(input())) {
      var run = stoppedAt("Verify Restore", story);
      var other =
          story.world().restore("another", input().with("operation_id", Story.DRILL).json());
      assertSucceeded(other);
      story.target().clusterEntersStatus(CLUSTER, "modifying");
      assertNotCompletedByARedrive(story, run);
      assertFailed(run, OperationInProgress.class);
    }
  }

  private static void assertNotCompletedByARedrive(Story story, Run run) {
    var told = completions(story, run);
    story.world().run(story.world().redrive(run));
    assertThat(run.execution().status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(completions(story, run)).as("mails of a completion").isEqualTo(told);
  }

  private static long completions(Story story, Run run) {
    return story.mail(run).stream()
        .filter(mail -> mail.attributes().get("event").equals(COMPLETED.name()))
        .count();
  }

  private static Run stoppedAt(String state, Story story) {
    var run = story.start(Story.DRILL, input());
    Cue.onEntering(
        story.world(),
        state,
        () -> story.world().engine().stop(run.execution().arn(), "Drill", "enough"));
    story.world().run(run);
    assertThat(run.execution().status()).isEqualTo(ExecutionStatus.ABORTED);
    story.world().runUntil(story.world().now().plus(Duration.ofHours(1)));
    return run;
  }

  private static long entered(Run run, String state) {
    return run.execution().history().stream()
        .filter(event -> event.stateEnteredEventDetails() != null)
        .filter(event -> event.stateEnteredEventDetails().name().equals(state))
        .count();
  }
}
