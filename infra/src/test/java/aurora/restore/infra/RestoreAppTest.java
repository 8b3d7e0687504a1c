package aurora.restore.infra;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.infra.configuration.ConfigurationRefused;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

@ExtendWith(CdkAlone.class)
class RestoreAppTest {
  @TempDir private Path directory;

  private JsonNode assembly(Object configuration, String region) throws Exception {
    var context = new HashMap<String, Object>();
    context.put(ConfigurationRefused.CONTEXT_KEY, configuration);
    var app = new App(AppProps.builder().outdir(directory.toString()).context(context).build());
    RestoreApp.make(app, Optional.ofNullable(region), Path.of("..", "lambdas"));
    app.synth();
    return Synthesized.JSON.readTree(directory.resolve("manifest.json").toFile());
  }

  /** What the CDK's command line shows, and stops for where it is an error. */
  private List<String> noted(JsonNode manifest, String severity) throws Exception {
    var stack = manifest.at("/artifacts/" + RestoreStack.ID);
    var file = stack.path("additionalMetadataFile");
    var metadata =
        file.isMissingNode()
            ? stack.path("metadata")
            : Synthesized.JSON.readTree(directory.resolve(file.asText()).toFile());
    return metadata.properties().stream()
        .flatMap(entry -> Synthesized.list(entry.getValue()))
        .filter(note -> note.path("type").asText().equals("aws:cdk:" + severity))
        .map(note -> note.path("data").asText())
        .toList();
  }

  private JsonNode template() throws Exception {
    return Synthesized.JSON.readTree(
        directory.resolve(RestoreStack.ID + ".template.json").toFile());
  }

  @Test
  void theDefaultIsMadeWithoutANote() throws Exception {
    var manifest = assembly(Map.of(), "us-west-2");

    assertThat(noted(manifest, "error")).isEmpty();
    assertThat(noted(manifest, "warning")).isEmpty();
    assertThat(manifest.at("/artifacts/AuroraRestore/properties/stackName").asText())
        .isEqualTo("aurora-restore");
  }

  @Test
  void everyFindingIsALineThatTheCommandLineShowsAndNothingCanBeDeployed() throws Exception {
    var manifest = assembly(Map.of("logRetentionDays", 17, "nmae", "orders"), "us-west-2");

    assertThat(noted(manifest, "error"))
        .singleElement()
        .satisfies(
            shown ->
                assertThat(shown.lines())
                    .satisfiesExactly(
                        first ->
                            assertThat(first)
                                .isEqualTo("auroraRestore in cdk.json can't be deployed:"),
                        line -> assertThat(line).startsWith("  - nmae isn't a key here: the near"),
                        line -> assertThat(line).startsWith("  - logRetentionDays is 17: Cloud")));
    assertThat(template().has("Resources")).isFalse();
    assertThat(manifest.at("/artifacts/AuroraRestore/properties/stackName").asText())
        .as("an empty stack must never replace one that is deployed")
        .isEqualTo("configuration-refused");
  }

  @Test
  void whatIsWrongWithAFileIsToldByTheNameOfTheFile(@TempDir Path elsewhere) throws Exception {
    var file =
        Files.writeString(elsewhere.resolve("production.json"), "{\"logRetentionDays\": 17}");

    assertThat(noted(assembly(file.toString(), "us-west-2"), "error"))
        .singleElement()
        .asString()
        .startsWith("auroraRestore in the file \"" + file + "\" can't be deployed:\n  - logRet");
  }

  @Test
  void aFileThatIsntThereIsToldByItsName() throws Exception {
    assertThat(noted(assembly("prodution.json", "us-west-2"), "error"))
        .containsExactly(
            "auroraRestore in the file \"prodution.json\" can't be deployed:\n"
                + "  - there is no such file");
  }

  @Test
  void partitionsWhoseActionsTheDefinitionsDoNotNameAreRefused() throws Exception {
    for (var region : List.of("cn-north-1", "us-gov-west-1", "us-iso-east-1")) {
      Files.deleteIfExists(directory.resolve("manifest.json"));
      assertThat(noted(assembly(Map.of(), region), "error"))
          .singleElement()
          .asString()
          .contains("would be deployed into " + region + " of the partition aws-");
    }
  }

  @Test
  void aScheduleOfAnotherRegionThanTheOneOfTheDeploymentIsDoubted() throws Exception {
    var schedule =
        Map.of("name", "drill", "schedule", "rate(7 days)", "input", Synthesized.input());
    var configuration = Map.of("schedules", List.of(schedule));

    assertThat(noted(assembly(configuration, "us-east-1"), "warning"))
        .singleElement()
        .asString()
        .startsWith(
            "schedules \"drill\" restores into us-west-2, which it can't if this is deployed into"
                + " us-east-1: set AWS_REGION");
    assertThat(noted(assembly(configuration, "us-west-2"), "warning")).isEmpty();
    assertThat(noted(assembly(configuration, null), "warning")).isEmpty();
  }
}
