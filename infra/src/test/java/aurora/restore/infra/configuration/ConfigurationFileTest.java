package aurora.restore.infra.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aurora.restore.infra.Synthesized;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationFileTest {
  private static final Path EXAMPLE = Path.of("examples", "customised.json");

  @TempDir private Path directory;

  @Test
  void anObjectIsTheConfigurationItself() {
    var object = Map.of("name", "orders-dr");

    assertThat(ConfigurationFile.resolve(object, directory)).isSameAs(object);
    assertThat(ConfigurationFile.resolve(null, directory)).isNull();
  }

  @Test
  void aTextNamesTheFileThatHoldsTheObject() throws Exception {
    Files.writeString(directory.resolve("production.json"), "{\"logRetentionDays\": 30}");

    assertThat(ConfigurationFile.resolve("production.json", directory))
        .isEqualTo(Map.of("logRetentionDays", 30));
  }

  @Test
  void aFileThatIsntThereIsRefused() {
    assertThatThrownBy(() -> ConfigurationFile.resolve("prodution.json", directory))
        .isInstanceOf(ConfigurationRefused.class)
        .hasMessageContaining("there is no such file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"name\": \"a\",\n", "{\"name\": \"a\",\n \"name\": \"b\"}", "{}\n{}"})
  void whatIsntOneObjectOfJsonIsRefusedWithItsPlace(String text) throws Exception {
    Files.writeString(directory.resolve("production.json"), text);

    assertThatThrownBy(() -> ConfigurationFile.resolve("production.json", directory))
        .isInstanceOf(ConfigurationRefused.class)
        .hasMessageContaining("line 2, column ");
  }

  @Test
  void theExampleSchedulesAreTaken() throws Exception {
    var schedules =
        Synthesized.JSON.readValue(
            Path.of("..", "docs", "examples", "schedules.json").toFile(), List.class);

    assertThat(new ConfigurationReader(Map.of("schedules", schedules)).read().schedules())
        .hasSize(3);
  }

  /** What two keys say together is one component. */
  private static Stream<String> keys(RecordComponent component) {
    if (component.getType() == EvidenceOptions.class) {
      return Stream.of("evidenceKey", "evidenceBucket");
    }
    return component.getType() == FunctionPackage.class
        ? Stream.of("functionPackage", "functionImage")
        : Stream.of(component.getName());
  }

  @Test
  void theExampleSaysEverythingOtherwiseThanTheDefault() throws Exception {
    var context = (Map<?, ?>) ConfigurationFile.resolve(EXAMPLE.toString(), Path.of(""));
    var configuration = new ConfigurationReader(context).read();
    var components = DeploymentConfiguration.class.getRecordComponents();

    assertThat(context.keySet())
        .map(Object::toString)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(components).flatMap(ConfigurationFileTest::keys).toList());
    for (var component : components) {
      assertThat(component.getAccessor().invoke(configuration))
          .as(component.getName())
          .isNotEqualTo(component.getAccessor().invoke(DeploymentConfiguration.DEFAULT));
    }
  }
}
