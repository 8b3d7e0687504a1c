package aurora.restore.stories;

import static aurora.restore.stories.RunbookInput.input;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.edge.Edge;
import aurora.restore.engine.TaskRunner.Outcome;
import aurora.restore.error.OperationInProgress;
import aurora.restore.machine.HandlerFunction;
import aurora.restore.world.Container;
import aurora.restore.world.FunctionLogs;
import aurora.restore.world.InvocationFault;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A function whose execution was stopped meanwhile, and reported: it comes too late. */
class LateWriterTest {
  @ParameterizedTest
  @CsvSource({
    "WAIT_FOR_COPY, Wait For Copy",
    "WAIT_FOR_CLUSTER, Wait For Cluster",
    "WAIT_FOR_INSTANCE, Wait For Instance",
    "WAIT_FOR_SETTINGS, Wait For Settings"
  })
  void lookThatComesAfterTheReportOfItsExecutionWritesNothing(
      HandlerFunction function, String state) {
    var input = input().with("manage_master_password", true);
    try (var story = Story.of(input)) {
      var handed = new JsonNode[1];
      story
          .world()
          .invocationFaults()
          .add(
              new InvocationFault() {
                @Override
                public Optional<Outcome.Failed> before(String called, JsonNode payload) {
                  if (called.equals(function.placeholder())) {
                    handed[0] = payload.deepCopy();
                  }
                  return Optional.empty();
                }
              });
      var run = story.start(Story.DRILL, input);
      Cue.onEntering(
          story.world(),
          state,
          () ->
              story
                  .world()
                  .after(
                      Duration.ofSeconds(3),
                      () -> story.world().engine().stop(run.execution().arn(), "Drill", "enough")));
      story.world().run(run);
      var row = run.state().orElseThrow();
      assertThat(row.get("status").asText()).isEqualTo("FAILED");

      var edge = new Edge(story.world().console(), story.world()::now, story.world().settings());
      var outcome =
          new Container(
                  function.placeholder(), function.at(edge), new FunctionLogs(story.world()::now))
              .invoke(handed[0]);

      assertThat(outcome).isInstanceOf(Outcome.Failed.class);
      assertThat(((Outcome.Failed) outcome).error()).isEqualTo(OperationInProgress.class.getName());
      assertThat(run.state()).hasValue(row);
    }
  }
}
