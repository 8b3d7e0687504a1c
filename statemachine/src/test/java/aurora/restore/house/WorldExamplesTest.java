package aurora.restore.house;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.edge.Json;
import aurora.restore.simulation.rds.Resource;
import aurora.restore.world.World;
import aurora.restore.world.WorldFile;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** The situations in docs/world.md end as its table says. */
class WorldExamplesTest {
  private static final String WORLDS = "docs/examples/worlds/";

  /**
   * A row of the table.
   *
   * @param world a file in docs/examples/worlds
   * @param input a file in docs/examples
   * @param state the state that fails
   * @param error the error's name without its package
   * @param said what its message contains
   * @param made the kinds of what exists afterwards and didn't before, or {@code nothing}
   */
  private record Situation(
      String world,
      String input,
      String wrong,
      String state,
      String error,
      String said,
      String made) {}

  @ParameterizedTest
  @MethodSource("situations")
  void situationEndsAsTheTableSays(Situation situation) throws JsonProcessingException {
    var input = Json.MAPPER.readTree(Repository.read("docs/examples/" + situation.input()));
    var description = WorldFile.read(Repository.path(WORLDS + situation.world()));
    try (var world = new World(description, World.home(input), 1)) {
      var before = world.resources();
      var run = world.restore("situation", input);
      assertThat(run.execution().status()).isEqualTo(ExecutionStatus.FAILED);
      assertThat(run.execution().failedState()).isEqualTo(situation.state());
      assertThat(run.execution().error()).isEqualTo("aurora.restore.error." + situation.error());
      assertThat(run.errorMessage()).contains(situation.said());
      assertThat(made(before, world.resources())).isEqualTo(situation.made());
    }
  }

  @Test
  void everyWorldThatIsThereIsInTheTable() {
    assertThat(situations().map(Situation::world))
        .containsExactlyInAnyOrderElementsOf(
            Repository.files(".json").stream()
                .map(Repository::name)
                .filter(name -> name.startsWith(WORLDS))
                .map(name -> name.substring(WORLDS.length()))
                .toList());
  }

  private static Stream<Situation> situations() {
    return Markdown.of("docs/world.md").rows().stream()
        .filter(row -> row.size() == 7)
        .map(
            row ->
                new Situation(
                    row.get(0),
                    row.get(1),
                    row.get(2),
                    row.get(3),
                    row.get(4),
                    row.get(5),
                    row.get(6)));
  }

  private static String made(List<Resource> before, List<Resource> after) {
    var arns = before.stream().map(Resource::arn).toList();
    var kinds =
        after.stream()
            .filter(resource -> !arns.contains(resource.arn()))
            .map(resource -> resource.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '))
            .sorted()
            .toList();
    return kinds.isEmpty() ? "nothing" : String.join(", ", kinds);
  }
}
