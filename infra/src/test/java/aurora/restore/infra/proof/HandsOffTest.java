package aurora.restore.infra.proof;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.edge.Json;
import aurora.restore.infra.Synthesized;
import aurora.restore.operation.Ownership;
import aurora.restore.world.Authorization;
import aurora.restore.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.Tag;

/** What is marked is out of reach, even with the tag of an operation on it. */
class HandsOffTest {
  private static ObjectNode input() throws IOException {
    var file = Path.of("..", "docs", "examples", "restore.json").toFile();
    return (ObjectNode) Json.MAPPER.readTree(file);
  }

  private static JsonNode cleanUp() {
    return Json.MAPPER.createObjectNode().put("operation_id", "drill-1");
  }

  @Test
  void aRestoredClusterThatIsMarkedIsNotDeletedUntilTheMarkIsTakenAway() throws IOException {
    var deployment = Deployment.of(Synthesized.shipped(), "aurora-restore");
    var enforcement = new Enforcement(deployment, true);
    var input = input();
    ScopedValue.where(Authorization.IN_FORCE, enforcement)
        .run(
            () -> {
              try (var world = World.of(input, 1)) {
                var run = world.restore("drill-1", input);
                var arn = run.execution().output().get("cluster_arn").asText();
                var console = world.console().rds(input.get("target_region").asText());
                console.addTagsToResource(
                    call ->
                        call.resourceName(arn)
                            .tags(
                                Tag.builder()
                                    .key("aurora-restore:hands-off")
                                    .value("yes")
                                    .build()));

                var denied = world.cleanUp("clean-up-1", cleanUp());

                assertThat(denied.execution().error())
                    .isEqualTo("aurora.restore.error.AccessDenied");
                assertThat(denied.errorMessage()).contains("rds:DeleteDBCluster", "TearDown");
                assertThat(enforcement.takeDenied())
                    .isNotEmpty()
                    .allSatisfy(it -> assertThat(it.demand().resource()).isEqualTo(arn))
                    .allSatisfy(
                        it ->
                            assertThat(it.demand().context())
                                .containsEntry("aws:ResourceTag/" + Ownership.TAG, "drill-1"));

                console.removeTagsFromResource(
                    call -> call.resourceName(arn).tagKeys("aurora-restore:hands-off"));
                world.run(world.redrive(denied));

                assertThat(denied.execution().status().toString()).isEqualTo("SUCCEEDED");
              }
            });
  }
}
