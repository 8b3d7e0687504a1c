package aurora.restore.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aurora.restore.edge.Json;
import aurora.restore.stories.RunbookInput;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a world's file may say, and how it is refused. */
class WorldFileTest {
  @TempDir Path directory;

  private static ObjectNode input() {
    return RunbookInput.input()
        .with("kms_key_id", "alias/dr")
        .with("cluster_parameter_group", "tuned")
        .json();
  }

  /** The world of the input, as it is printed, with something changed. */
  private WorldDescription read(Consumer<ObjectNode> change) throws IOException {
    var world = (ObjectNode) Json.MAPPER.readTree(WorldFile.write(World.describedBy(input())));
    change.accept(world);
    var file = directory.resolve("world.json");
    Files.writeString(file, world.toString());
    return WorldFile.read(file);
  }

  @Test
  void worldThatIsPrintedIsRead() throws IOException {
    assertThat(read(world -> {}).snapshots()).hasSize(1);
  }

  private static Arguments slip(String place, String said, Consumer<ObjectNode> change) {
    return Arguments.of(place, said, change);
  }

  static Stream<Arguments> slips() {
    return Stream.of(
        slip("snapshots[0].age_hours", "-5", it -> first(it, "snapshots").put("age_hours", -5)),
        slip(
            "snapshots[0].status",
            "the nearest is available",
            it -> first(it, "snapshots").put("status", "Available")),
        slip(
            "snapshots[0].region",
            "the nearest is us-east-1",
            it -> first(it, "snapshots").put("region", "us-esat-1")),
        slip("snapshots[0].account", "12", it -> first(it, "snapshots").put("account", "12")),
        slip(
            "snapshots[0].engine_version",
            "there is no aurora-mysql 8.0.mysql_aurora.3.99.0",
            it -> first(it, "snapshots").put("engine_version", "8.0.mysql_aurora.3.99.0")),
        slip(
            "snapshots[0].engine",
            "the nearest is aurora-mysql",
            it -> first(it, "snapshots").put("engine", "aurora-mysq")),
        slip("snapshots[0].size_gib", "0", it -> first(it, "snapshots").put("size_gib", 0)),
        slip("snapshots[0].port", "80", it -> first(it, "snapshots").put("port", 80)),
        slip(
            "snapshots[0].tags",
            "a#b",
            it -> first(it, "snapshots").putObject("tags").put("a#b", "")),
        slip("snapshots[0].id", "is required", it -> first(it, "snapshots").remove("id")),
        slip("snapshots[0].tags", "50", WorldFileTest::tagSixtyTimes),
        slip(
            "snapshots[1].id",
            "already, at snapshots[0].id",
            it -> it.withArray("snapshots").add(first(it, "snapshots").deepCopy())),
        slip(
            "clusters[0].instance_class",
            "the nearest is db.r6g.large",
            it -> first(it, "clusters").put("instance_class", "db.r6g.lrge")),
        slip(
            "clusters[0].settings.storage_type",
            "the nearest is aurora-iopt1",
            it -> first(it, "clusters").putObject("settings").put("storage_type", "aurora-iopt")),
        slip(
            "clusters[0].instances[0].monitoring_interval",
            "7",
            it ->
                first(it, "clusters")
                    .putArray("instances")
                    .addObject()
                    .put("id", "o-2")
                    .put("instance_class", "db.r6g.large")
                    .put("monitoring_interval", 7)),
        slip(
            "vpcs[0].subnets[0].zone",
            "eu-west-1a isn't a zone of us-west-2, the nearest is us-west-2a",
            it ->
                ((ObjectNode) first(it, "vpcs").path("subnets").get(0)).put("zone", "eu-west-1a")),
        slip(
            "keys[0].state",
            "the nearest is PendingDeletion",
            it -> first(it, "keys").put("state", "PendingDeleton")),
        slip(
            "parameter_groups[0].kind",
            "the nearest is cluster",
            it -> first(it, "parameter_groups").put("kind", "Cluster")),
        slip(
            "missing[0].instance_class",
            "the nearest is db.r6g.large",
            it ->
                it.putArray("missing")
                    .addObject()
                    .put("region", "us-west-2")
                    .put("instance_class", "db.r6g.larg")),
        slip(
            "missing[0].engine_version",
            "isn't known",
            it ->
                it.putArray("missing")
                    .addObject()
                    .put("region", "us-west-2")
                    .put("engine_version", "8.0.mysql_aurora.3.88.0")),
        slip(
            "regions_not_enabled[0]",
            "the nearest is af-south-1",
            it -> it.putArray("regions_not_enabled").add("af-suth-1")),
        slip("account", "1234", it -> it.put("account", "1234")),
        slip("starts_at", "is required", it -> it.remove("starts_at")));
  }

  @ParameterizedTest
  @MethodSource("slips")
  void slipIsRefusedInOneLineThatNamesItsPlace(
      String place, String said, Consumer<ObjectNode> change) {
    assertThatThrownBy(() -> read(change))
        .isInstanceOf(WorldRefused.class)
        .hasMessageContaining(place + ": ")
        .hasMessageContaining(said)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    assertThatThrownBy(
            () ->
                read(
                    world -> {
                      world.put("account", "1");
                      first(world, "snapshots").put("age_hours", -5).put("status", "avail");
                    }))
        .hasMessageContaining("account: ")
        .hasMessageContaining("snapshots[0].age_hours: ")
        .hasMessageContaining("snapshots[0].status: ");
  }

  @Test
  void snapshotOfAVersionThatNoRegionOffersAnyMoreIsNoSlip() throws IOException {
    var read =
        read(world -> first(world, "snapshots").put("engine_version", "5.7.mysql_aurora.2.11.1"));
    assertThat(read.snapshots().getFirst().engineVersion()).isEqualTo("5.7.mysql_aurora.2.11.1");
  }

  private static void tagSixtyTimes(ObjectNode world) {
    var tags = first(world, "snapshots").putObject("tags");
    for (int i = 0; i < 60; i++) {
      tags.put("k" + i, "v");
    }
  }

  private static ObjectNode first(JsonNode world, String list) {
    return (ObjectNode) world.path(list).get(0);
  }
}
