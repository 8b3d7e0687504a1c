package aurora.restore.house;

import aurora.restore.asl.AslReader;
import aurora.restore.asl.Diagram;
import aurora.restore.cleanup.CleanUpKey;
import aurora.restore.input.Key;
import aurora.restore.machine.Machine;
import aurora.restore.operator.AuroraRestore;
import aurora.restore.plan.CheckKey;
import aurora.restore.plan.InputKey;
import aurora.restore.plan.SourceHas;
import aurora.restore.plan.VerificationKey;
import aurora.restore.rehearsal.Rehearse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

class GeneratedDocumentsTest {
  @ParameterizedTest
  @EnumSource(Machine.class)
  void theArchitectureShowsTheMachinesAsTheyAre(Machine machine) {
    Golden.section(
        "docs/architecture.md",
        "diagram of " + machine.id(),
        fenced("mermaid", Diagram.mermaid(AslReader.read(machine.definition()))));
  }

  @Test
  void theInputReferenceTellsWhatBecomesOfWhatTheSourceHas() {
    var table = new StringBuilder("| the source has | what becomes of it | key |\n|---|---|---|\n");
    for (var row : SourceHas.values()) {
      var key = row.key().map(it -> "`" + it.key() + "`").orElse("");
      table.append("| %s | %s | %s |\n".formatted(row.what(), row.fate(), key));
    }
    Golden.section("docs/input.md", "what the source has", table.toString());
  }

  @Test
  void theInputReferenceListsTheKeysThatAreKnown() {
    Golden.section("docs/input.md", "input keys", table(InputKey.values()));
    Golden.section("docs/input.md", "verification keys", table(VerificationKey.values()));
    Golden.section("docs/input.md", "check keys", table(CheckKey.values()));
    Golden.section("docs/input.md", "clean-up keys", table(CleanUpKey.values()));
  }

  @Test
  void theRehearsalIsDescribedByItsOwnHelp() {
    var help = new CommandLine(new Rehearse()).getUsageMessage(CommandLine.Help.Ansi.OFF);
    Golden.section("docs/rehearsal.md", "help", fenced("text", help));
  }

  @Test
  void theReadmesPictureIsARehearsal() {
    Golden.whole("docs/rehearsal.svg", TerminalPicture.svg());
  }

  @Test
  void theSimulationIsDescribedByItsOwnHelp() {
    Golden.section("docs/simulation.md", "help", fenced("text", help("simulate")));
  }

  @Test
  void practisingIsDescribedByTheHelpOfItsCommands() {
    Golden.section("docs/operators.md", "help of serve", fenced("text", help("serve")));
    Golden.section("docs/operators.md", "help of aws", fenced("text", help("aws")));
  }

  @Test
  void theOperatorsCommandIsDescribedByItsOwnHelp() {
    var help = AuroraRestore.commandLine().getUsageMessage(CommandLine.Help.Ansi.OFF);
    Golden.section("docs/operators.md", "help of aurora-restore", fenced("text", help));
  }

  private static String help(String command) {
    return new CommandLine(new Rehearse())
        .getSubcommands()
        .get(command)
        .getUsageMessage(CommandLine.Help.Ansi.OFF);
  }

  @Test
  void theWorldFilesSchemaHasWhatAWorldFileMayHold() {
    Golden.whole("docs/world.schema.json", WorldSchema.json());
  }

  private static String table(Key... keys) {
    var table = new StringBuilder("| key | required | a value is | meaning |\n|---|---|---|---|\n");
    for (var key : keys) {
      table.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(key.key(), key.isRequired() ? "yes" : "", key.kind(), key.meaning()));
    }
    return table.toString();
  }

  private static String fenced(String language, String text) {
    return "```" + language + "\n" + text + "```\n";
  }
}
