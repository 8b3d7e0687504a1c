package aurora.restore.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DependabotTest {
  private static final Pattern VERSIONED =
      Pattern.compile(
          "<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>\\s*<version>(?!\\$\\{project\\.)");
  private static final String FILE = ".github/dependabot.yml";

  private final List<JsonNode> updates =
      Yaml.read(Repository.path(FILE)).path("updates").valueStream().toList();

  @Test
  void allThatHasVersionsIsKeptUpToDate() {
    assertThat(updates)
        .map(update -> update.path("package-ecosystem").asText())
        .containsExactlyInAnyOrder("maven", "npm", "pip", "github-actions");
    assertThat(updates)
        .allSatisfy(
            update ->
                assertThat(Repository.path("." + update.path("directory").asText())).isDirectory());
  }

  @Test
  void updatesComeInNamedGroupsAndWaitForOthersToBeBitten() {
    for (var update : updates) {
      var ecosystem = update.path("package-ecosystem").asText();
      assertThat(update.path("groups").propertyStream().map(Map.Entry::getKey))
          .as(ecosystem)
          .isNotEmpty()
          .allMatch(name -> name.matches("[a-z][a-z-]+"));
      assertThat(update.at("/cooldown/default-days").asInt()).as(ecosystem).isBetween(3, 90);
    }
  }

  @Test
  void everythingInThePomsIsInOneGroupOrMovedByHand() {
    var maven = ecosystem("maven");
    var ignored = ignored(maven);
    var astray = new ArrayList<String>();
    for (var name : versionedInThePoms()) {
      var groups =
          maven.path("groups").properties().stream()
              .filter(group -> fits(name, group.getValue()))
              .map(Map.Entry::getKey)
              .toList();
      if (groups.size() + (ignored.contains(name) ? 1 : 0) != 1) {
        astray.add(name + " is in " + groups + (ignored.contains(name) ? " and ignored" : ""));
      }
    }
    assertThat(astray).isEmpty();
  }

  @Test
  void whatIsIgnoredExistsAndHasAReason() {
    assertThat(versionedInThePoms()).containsAll(ignored(ecosystem("maven")));
    assertThat(Repository.read("infra/package.json"))
        .contains(ignored(ecosystem("npm")).stream().map(name -> "\"" + name + "\"").toList());

    var lines = Repository.read(FILE).lines().map(String::strip).toList();
    for (int at = 0; at < lines.size(); at++) {
      if (lines.get(at).startsWith("- dependency-name:")) {
        assertThat(lines.get(at - 1))
            .as(lines.get(at) + " has its reason above it, or that of its neighbour")
            .matches("# .*|- dependency-name:.*");
      }
      if (lines.get(at).equals("ignore:")) {
        assertThat(lines.get(at + 1)).as("the first has a reason").startsWith("# ");
      }
    }
  }

  private JsonNode ecosystem(String name) {
    return updates.stream()
        .filter(update -> update.path("package-ecosystem").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> ignored(JsonNode update) {
    return update
        .path("ignore")
        .valueStream()
        .map(one -> one.path("dependency-name").asText())
        .toList();
  }

  private static List<String> versionedInThePoms() {
    return Repository.files("pom.xml").stream()
        .filter(Files::isRegularFile)
        .flatMap(pom -> VERSIONED.matcher(Repository.read(pom)).results())
        .map(found -> found.group(1) + ":" + found.group(2))
        .filter(name -> !name.startsWith("aurora.restore:"))
        .distinct()
        .sorted()
        .toList();
  }

  private static boolean fits(String name, JsonNode group) {
    return group
        .path("patterns")
        .valueStream()
        .map(pattern -> Pattern.quote(pattern.asText()).replace("*", "\\E.*\\Q"))
        .anyMatch(name::matches);
  }
}
