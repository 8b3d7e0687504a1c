package aurora.restore.stories;

import static aurora.restore.operation.Milestone.STARTED;
import static aurora.restore.stories.Ending.COPIED;
import static aurora.restore.stories.Ending.assertOnlyPlanned;
import static aurora.restore.stories.Ending.assertSucceeded;
import static aurora.restore.stories.RunbookInput.input;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.world.Run;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A restore outlives its notifications. */
class TopicTest {
  @Test
  void restoreSucceedsWithoutItsTopicAndSaysWhatCouldNotBeSent() {
    try (var story = Story.of(input())) {
      story.world().sns().withoutTopic(story.world().topicArn());
      var run = story.restore(input());
      assertRestoredThough(story, run);
      assertThat(story.world().mail()).isEmpty();
      assertThat(warnings(run))
          .hasSize(COPIED.length)
          .zipSatisfy(
              List.of(COPIED),
              (warning, milestone) ->
                  assertThat(warning).startsWith(milestone + " could not be sent"));
    }
  }

  @Test
  void topicThatGoesMeanwhileCostsTheLaterMailsAlone() {
    try (var story = Story.of(input())) {
      var run = story.start(Story.DRILL, input());
      story.stepWhile(run, () -> story.world().mail().isEmpty(), ignored -> {});
      story.world().sns().withoutTopic(story.world().topicArn());
      story.world().run(run);
      assertRestoredThough(story, run);
      assertThat(story.world().mail())
          .singleElement()
          .returns(STARTED.name(), mail -> mail.attributes().get("event"));
      assertThat(warnings(run)).hasSize(COPIED.length - 1);
    }
  }

  private static void assertRestoredThough(Story story, Run run) {
    assertSucceeded(run);
    assertThat(run.milestones()).containsExactly(COPIED);
    assertThat(run.state().orElseThrow().get("status").asText()).isEqualTo("SUCCEEDED");
    assertOnlyPlanned(story, run);
  }

  private static List<String> warnings(Run run) {
    return StreamSupport.stream(run.output().get("warnings").spliterator(), false)
        .map(warning -> warning.asText())
        .toList();
  }
}
