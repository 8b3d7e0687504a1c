package aurora.restore.simulation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aurora.restore.world.World;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * That the models kept as resources are what botocore says: of all simulated operations, and
 * unchanged. Without botocore, or with another version of it, only the operations are compared.
 */
class ExtractTest {
  private static final String KEPT = "statemachine/src/test/resources/";
  private static final Set<String> SIMULATED = simulated();
  private static final String INSTALLED = installed();

  private static Set<String> simulated() {
    try (var world = World.of(new JsonMapper().createObjectNode(), 1)) {
      return world.operatorActions();
    }
  }

  @ParameterizedTest
  @MethodSource("aurora.restore.simulation.model.ServiceModel#services")
  void everySimulatedOperationHasItsModelAsBotocoreHasIt(String service) throws Exception {
    var operations = operations(service);
    var kept = Path.of(System.getProperty("repository.root"), KEPT, ServiceModel.resource(service));
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(kept, extracted(service, operations));
      return; // what is on the class path is still what was kept before
    }
    var model = ServiceModel.load(service);
    assertThat(model.operations().keySet())
        .as("operations of %s; ./mvnw verify -Dgolden.write=true where botocore is", service)
        .containsExactlyInAnyOrderElementsOf(operations);
    assumeTrue(
        INSTALLED.equals(model.from().source()),
        "the model of %s is of %s; here is %s"
            .formatted(service, model.from().source(), INSTALLED));
    assertThat(Files.readString(kept)).isEqualTo(extracted(service, operations));
  }

  private static List<String> operations(String service) {
    return SIMULATED.stream()
        .filter(action -> action.startsWith(service + ":"))
        .map(action -> action.substring(service.length() + 1))
        .sorted()
        .collect(Collectors.toList());
  }

  private static String installed() {
    try {
      var version =
          printed(
              List.of(
                  "python3", "-c", "import botocore; print('botocore ' + botocore.__version__)"));
      return version.isBlank() ? "no botocore" : version.strip();
    } catch (IOException e) {
      return "no python3"; // the reason why the comparison is skipped
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while python3 was asked", e);
    }
  }

  private static String extracted(String service, List<String> operations)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add("python3");
    command.add(Path.of(System.getProperty("repository.root"), ".ci/service-model").toString());
    command.add(ServiceModel.SERVICES.get(service));
    command.addAll(operations);
    var made = printed(command);
    assertThat(made).as(".ci/service-model %s", service).isNotBlank();
    return made;
  }

  private static String printed(List<String> command) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? printed : "";
  }
}
