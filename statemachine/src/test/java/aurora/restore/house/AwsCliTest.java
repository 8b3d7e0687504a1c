package aurora.restore.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The commands that documents tell people to paste. */
class AwsCliTest {
  /** What an operator has in hand at night. */
  private static final List<String> OF_OPERATORS =
      List.of("README.md", "docs/disaster.md", "docs/evidence.md", "docs/runbook.md");

  /** Of the account, and of no region. */
  private static final Set<String> WITHOUT_REGION = Set.of("account");

  @Test
  void everyCommandIsOneThatTheCliAndTheServicesTake() {
    AwsCli.assertTakes(
        Markdown.all().stream().flatMap(document -> document.awsLines().stream()).toList());
  }

  @Test
  void everyCommandSaysInWhichRegion() {
    for (var document : Markdown.all()) {
      assertThat(document.awsCommands())
          .as(Repository.name(document.file()))
          .filteredOn(command -> !WITHOUT_REGION.contains(command.service()))
          .allSatisfy(command -> assertThat(command.options()).containsKey("region"));
    }
  }

  @Test
  void theOperatorsPolicyAllowsWhatTheOperatorIsToldToDo() {
    var allowed = OperatorPolicy.allowed();
    assertThat(allowed).as("every action by its name").noneMatch(it -> it.contains("*"));
    assertThat(commandsOfOperators().map(AwsCommand::action))
        .isSubsetOf(allowed.stream().map(it -> it.toLowerCase(Locale.ROOT)).toList());
  }

  @Test
  void aShellsLineIsReadAsAShellReadsIt() {
    assertThat(
            ShellLine.awsCommands(
                "A=$(aws sqs x --a \"$(aws rds y | jq .)\" --b '{\"c\": 1}') > f; aws kms z"))
        .containsExactly(
            List.of("rds", "y"),
            List.of("sqs", "x", "--a", "what-it-prints", "--b", "{\"c\": 1}"),
            List.of("kms", "z"));
  }

  private static Stream<AwsCommand> commandsOfOperators() {
    return OF_OPERATORS.stream()
        .map(Markdown::of)
        .flatMap(document -> document.awsCommands().stream());
  }
}
