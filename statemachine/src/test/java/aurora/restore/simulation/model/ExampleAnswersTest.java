package aurora.restore.simulation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aurora.restore.simulation.model.Examples.Example;
import aurora.restore.world.World;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The simulation's answers have what AWS's example answers have in the same situation, and no more:
 * what differs is on a list, with its reason.
 */
class ExampleAnswersTest {
  private static final String KEPT =
      "statemachine/src/test/resources/aurora/restore/simulation/model/examples.json";

  static Stream<Example> examples() {
    return Examples.all();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theAnswerHasWhatTheExampleHas(Example example) {
    var differences = Comparison.of(example);
    differences.keySet().removeAll(Differences.of(example));
    assertThat(differences).as("%s, %s", example.situation(), example.from()).isEmpty();
  }

  @Test
  void everyDifferenceOnTheListIsStillOne() {
    var found = new HashSet<String>();
    for (var example : Examples.all().toList()) {
      for (var member : Comparison.of(example).keySet()) {
        found.add(example.subject() + "." + member);
        found.add(example.situation() + "." + member);
      }
    }
    for (var difference : Differences.all()) {
      assertThat(difference.members())
          .as(difference.subject())
          .allMatch(member -> found.contains(difference.subject() + "." + member));
    }
  }

  @Test
  void everyOperationHasAnExampleOrAReasonWhyNot() {
    var shown = examples().map(Example::action).collect(Collectors.toCollection(TreeSet::new));
    shown.removeIf(action -> !simulated().contains(action));
    shown.addAll(Differences.operations());
    assertThat(shown).containsExactlyInAnyOrderElementsOf(simulated());
  }

  /** Tables and executions are compared with what others wrote, answer by answer. */
  private static TreeSet<String> simulated() {
    try (var world = World.of(new JsonMapper().createObjectNode(), 1)) {
      return world.operatorActions().stream()
          .filter(action -> !action.startsWith("dynamodb:") && !action.startsWith("states:"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void theListIsWhatTheCliShows() throws Exception {
    var kept = Path.of(System.getProperty("repository.root"), KEPT);
    var made = made();
    assumeTrue(!made.isEmpty(), "the AWS CLI isn't installed here");
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(kept, made);
      return;
    }
    var source = new JsonMapper().readTree(made).at("/from/source").asText();
    assumeTrue(
        source.equals(Examples.ofTheCli().from().source()),
        "the list is of %s; here is %s".formatted(Examples.ofTheCli().from().source(), source));
    assertThat(Files.readString(kept)).isEqualTo(made);
  }

  private static String made() throws IOException, InterruptedException {
    var script = Path.of(System.getProperty("repository.root"), ".ci/example-answers");
    try {
      var process =
          new ProcessBuilder("python3", script.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? printed : "";
    } catch (IOException e) {
      return ""; // no python3, which is as good a reason to skip as no AWS CLI
    }
  }
}
