package aurora.restore.house;

import static aurora.restore.stories.Ending.assertSucceeded;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.edge.Json;
import aurora.restore.world.World;
import aurora.restore.world.WorldDescription;
import aurora.restore.world.WorldFile;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The example inputs restore what they say, and the list of them is whole. */
class ExamplesTest {
  private static final String EXAMPLES = "docs/examples/";

  @ParameterizedTest
  @MethodSource("inputs")
  void theExampleIsRestored(String name) throws JsonProcessingException {
    var input = Json.MAPPER.readTree(Repository.read(EXAMPLES + name));
    try (var world = new World(world(name, input), World.home(input), 1)) {
      var run = world.restore("example", input);
      assertSucceeded(run);
    }
  }

  /** One has the world of its night; for the others what they name is there. */
  private static WorldDescription world(String name, JsonNode input) {
    return name.equals("restore-lost-region.json")
        ? WorldFile.read(Repository.path(EXAMPLES + "worlds/region-lost.json"))
        : World.describedBy(input);
  }

  @Test
  void everyExampleIsInTheList() {
    var links = Markdown.of("docs/input.md").links();
    assertThat(names()).allSatisfy(name -> assertThat(links).contains("examples/" + name));
  }

  static Stream<String> inputs() {
    return names().filter(name -> !name.equals("schedules.json"));
  }

  private static Stream<String> names() {
    return Repository.files(".json").stream()
        .map(Repository::name)
        .filter(name -> name.startsWith(EXAMPLES) && !name.startsWith(EXAMPLES + "worlds/"))
        .map(name -> name.substring(EXAMPLES.length()));
  }
}
