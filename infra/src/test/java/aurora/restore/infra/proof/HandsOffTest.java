package aurora.restore.infra.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aurora.restore.edge.Json;
import aurora.restore.infra.Synthesized;
import aurora.restore.operation.Ownership;
import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.rds.Resource;
import aurora.restore.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.rds.model.DeleteDbClusterRequest;
import software.amazon.awssdk.services.rds.model.DeleteDbClusterSnapshotRequest;
import software.amazon.awssdk.services.rds.model.DeleteDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.EnableHttpEndpointRequest;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterRequest;
import software.amazon.awssdk.services.rds.model.Tag;

/**
 * What is marked is out of every role's reach, even with the tag of an operation on it, and
 * whatever the code asks for: a clean-up of the pipeline's own doesn't ask.
 */
class HandsOffTest {
  private static final ObjectNode INPUT = input();

  private final Enforcement enforcement =
      new Enforcement(Deployment.of(Synthesized.shipped(), "aurora-restore"), true);
  private World world;
  private JsonNode restored;

  private static ObjectNode input() {
    try {
      var file = Path.of("..", "docs", "examples", "restore.json").toFile();
      return (ObjectNode) Json.MAPPER.readTree(file);
    } catch (IOException e) {
      throw new IllegalStateException("the example is JSON", e);
    }
  }

  @BeforeEach
  void restore() {
    world = World.of(INPUT, 1);
    restored = world.restore("drill-1", INPUT).execution().output();
  }

  @AfterEach
  void close() {
    world.close();
  }

  private static String region() {
    return INPUT.get("target_region").asText();
  }

  private String made(String arnPart) {
    return world.resources().stream()
        .map(Resource::arn)
        .filter(arn -> arn.contains(arnPart))
        .findFirst()
        .orElseThrow();
  }

  private void mark(String arn) {
    world
        .console()
        .rds(region())
        .addTagsToResource(
            call ->
                call.resourceName(arn)
                    .tags(Tag.builder().key(Ownership.HANDS_OFF_TAG).value("yes").build()));
  }

  private void ask(String function, String operation, SdkPojo request) {
    var caller = new Caller(world.account(), region(), function);
    enforcement.require(world, caller, "rds", operation, request);
  }

  /** Each act that a role allows on what an operation made. */
  private void act(Consumer<Runnable> expectation) {
    var cluster = restored.get("cluster_id").asText();
    var instance = restored.at("/instances/0/id").asText();
    expectation.accept(
        () ->
            ask(
                "TearDown",
                "DeleteDBCluster",
                DeleteDbClusterRequest.builder().dbClusterIdentifier(cluster).build()));
    expectation.accept(
        () ->
            ask(
                "TearDown",
                "DeleteDBInstance",
                DeleteDbInstanceRequest.builder().dbInstanceIdentifier(instance).build()));
    expectation.accept(
        () ->
            ask(
                "ApplySettings",
                "ModifyDBCluster",
                ModifyDbClusterRequest.builder().dbClusterIdentifier(cluster).build()));
    expectation.accept(
        () ->
            ask(
                "ApplySettings",
                "EnableHttpEndpoint",
                EnableHttpEndpointRequest.builder()
                    .resourceArn(restored.get("cluster_arn").asText())
                    .build()));
  }

  @Test
  void whatAnOperationMadeMayBeChangedAndDeleted() {
    act(Runnable::run);

    assertThat(enforcement.takeDenied()).isEmpty();
  }

  @Test
  void whatIsMarkedMayBeNeither() {
    mark(restored.get("cluster_arn").asText());
    mark(made(":db:" + restored.at("/instances/0/id").asText()));

    act(
        call ->
            assertThatThrownBy(call::run)
                .isInstanceOf(AwsError.class)
                .hasMessageContaining("is not authorized to perform: rds:"));

    assertThat(enforcement.takeDenied())
        .hasSize(4)
        .allSatisfy(
            it ->
                assertThat(it.demand().context())
                    .containsEntry("aws:ResourceTag/" + Ownership.TAG, "drill-1"));
  }

  @Test
  void aMarkedCopyStaysToo() {
    var copy = made(":cluster-snapshot:aurora-restore-");
    mark(copy);
    var request =
        DeleteDbClusterSnapshotRequest.builder().dbClusterSnapshotIdentifier(copy).build();

    assertThatThrownBy(() -> ask("TearDown", "DeleteDBClusterSnapshot", request))
        .isInstanceOf(AwsError.class)
        .hasMessageContaining("rds:DeleteDBClusterSnapshot");
  }
}
