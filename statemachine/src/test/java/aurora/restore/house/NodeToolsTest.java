package aurora.restore.house;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.edge.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NodeToolsTest {
  private static final Pattern CLI = Pattern.compile("\\baws-cdk@(\\S+)");

  @Test
  void everyToolIsPinnedAndTheLockHasItsVersion() {
    var lock = json("infra/package-lock.json");
    var tools = json("infra/package.json").path("devDependencies").properties();
    assertThat(tools).map(Map.Entry::getKey).contains("asl-validator", "aws-cdk");
    for (var tool : tools) {
      assertThat(tool.getValue().asText()).as(tool.getKey()).matches("\\d+\\.\\d+\\.\\d+");
      assertThat(lock.path("packages").path("node_modules/" + tool.getKey()).path("version"))
          .as(tool.getKey())
          .isEqualTo(tool.getValue());
    }
  }

  @Test
  void theLockSaysWhatAPackageIsAndNotWhereItComesFrom() {
    var packages = json("infra/package-lock.json").path("packages").properties();
    assertThat(packages).hasSizeGreaterThan(2);
    for (var one : packages) {
      if (!one.getKey().isEmpty()) {
        assertThat(one.getValue().path("integrity").asText())
            .as(one.getKey())
            .startsWith("sha512-");
        assertThat(one.getValue().has("resolved")).as(one.getKey() + " names a registry").isFalse();
      }
    }
  }

  @Test
  void theCdksProgramIsTheSameWhereverItIsCalled() {
    var pinned = json("infra/package.json").at("/devDependencies/aws-cdk").asText();
    var called =
        Stream.concat(
                Markdown.all().stream().map(Markdown::text),
                Stream.of(Repository.read(".ci/synth")))
            .flatMap(text -> CLI.matcher(text).results())
            .map(found -> found.group(1))
            .toList();
    assertThat(called).hasSizeGreaterThan(1).containsOnly(pinned);
  }

  private static JsonNode json(String file) {
    try {
      return Json.MAPPER.readTree(Repository.read(file));
    } catch (JsonProcessingException e) {
      throw new AssertionError(file + " can't be read as JSON", e);
    }
  }
}
