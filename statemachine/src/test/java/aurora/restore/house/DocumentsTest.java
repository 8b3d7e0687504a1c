package aurora.restore.house;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.operator.AuroraRestore;
import aurora.restore.rehearsal.Rehearse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DocumentsTest {
  /** Where one machine keeps things; another has them elsewhere. */
  private static final Pattern MACHINE_PATH =
      Pattern.compile("(?<![\\w.:/~-])/(home|root|tmp|work|Users|opt|usr|var|mnt)/|\\b[A-Z]:\\\\");

  /** Where packages come from is a matter of the machine's settings. */
  private static final Pattern REGISTRY =
      Pattern.compile(
          "repo1?\\.maven|registry\\.npmjs|pypi\\.org|artifactory|nexus|proxy\\.golang",
          Pattern.CASE_INSENSITIVE);

  /** Of two words at least: a word alone may be a field of a definition. */
  private static final Pattern CLASS = Pattern.compile("[A-Z][a-z]+([A-Z][a-z]+)+");

  private static final Pattern OF_THE_REPOSITORY =
      Pattern.compile("(docs|lambdas|statemachine|infra|\\.ci|\\.github)/[\\w./-]+");

  @Test
  void everyLinkLeadsSomewhere() {
    var broken = new ArrayList<String>();
    for (var document : Markdown.all()) {
      for (var link : document.links()) {
        if (!link.matches("https?://.*") && !leadsSomewhere(document, link)) {
          broken.add(Repository.name(document.file()) + ": " + link);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void everyFileThatADocumentSpeaksOfIsThere() {
    var missing = new ArrayList<String>();
    for (var document : Markdown.all()) {
      for (var code : document.code()) {
        if (OF_THE_REPOSITORY.matcher(code).matches()
            && !code.contains("/target/")
            && !Files.exists(Repository.path(code))) {
          missing.add(Repository.name(document.file()) + ": " + code);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  /** A class that was renamed leads a newcomer nowhere. */
  @Test
  void everyClassThatTheMapSpeaksOfIsThere() {
    var classes =
        Repository.files(".java").stream().map(it -> it.getFileName().toString()).toList();
    assertThat(Markdown.of(Repository.path("CONTRIBUTING.md")).code())
        .filteredOn(code -> CLASS.matcher(code).matches())
        .isNotEmpty()
        .allSatisfy(code -> assertThat(classes).contains(code + ".java"));
  }

  @Test
  void noDocumentSpeaksOfOneMachineOrOfARegistry() {
    for (var document : Markdown.all()) {
      var name = Repository.name(document.file());
      assertThat(lines(document, MACHINE_PATH)).as(name).isEmpty();
      assertThat(lines(document, REGISTRY)).as(name).isEmpty();
    }
  }

  @Test
  void everyCommandOfTheAwsCliCallsWhatAwsHas() {
    for (var document : Markdown.all()) {
      document.awsCommands().forEach(AwsCommand::requireKnown);
    }
  }

  @Test
  void everyRehearsalThatADocumentShowsHasOptionsAndFilesThatExist() {
    var rehearsals =
        Markdown.all().stream()
            .flatMap(document -> document.commands().stream())
            .filter(command -> command.startsWith("./rehearse"))
            .toList();
    assertThat(rehearsals).isNotEmpty();
    for (var rehearsal : rehearsals) {
      var words = List.of(rehearsal.replaceFirst("\\s*[|>].*$", "").split("\\s+"));
      var parsed = Rehearse.commandLine().parseArgs(words.stream().skip(1).toArray(String[]::new));
      assertThat(parsed.unmatched()).as(rehearsal).isEmpty();
      assertThat(words)
          .filteredOn(word -> word.startsWith("docs/"))
          .allSatisfy(file -> assertThat(Repository.path(file)).exists());
    }
  }

  @Test
  void everyCommandForOperatorsHasOptionsThatExist() {
    var commands =
        Markdown.all().stream()
            .flatMap(document -> document.commands().stream())
            .filter(command -> command.startsWith("./aurora-restore"))
            .toList();
    assertThat(commands).isNotEmpty();
    for (var command : commands) {
      var words = ShellLine.words(command);
      var parsed =
          AuroraRestore.commandLine().parseArgs(words.stream().skip(1).toArray(String[]::new));
      assertThat(parsed.hasSubcommand()).as(command).isTrue();
    }
  }

  private static boolean leadsSomewhere(Markdown document, String link) {
    var parts = link.split("#", 2);
    var file =
        parts[0].isEmpty() ? document.file() : document.file().resolveSibling(parts[0]).normalize();
    if (link.startsWith("/") || !Files.exists(file)) {
      return false;
    }
    return parts.length == 1 || Markdown.of(file).anchors().contains(parts[1]);
  }

  private static List<String> lines(Markdown document, Pattern pattern) {
    return document.text().lines().filter(line -> pattern.matcher(line).find()).toList();
  }
}
