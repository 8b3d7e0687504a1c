package aurora.restore.stories.cleanup;

import static aurora.restore.stories.Story.DRILL;
import static aurora.restore.stories.cleanup.Scene.CLUSTER;
import static aurora.restore.stories.cleanup.Scene.COPY;
import static aurora.restore.stories.cleanup.Scene.cleanUpOf;
import static aurora.restore.stories.cleanup.Scene.input;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.simulation.rds.RdsKind;
import aurora.restore.simulation.rds.RegionSetUp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What RDS lists is longer than a page: what is the operation's is found on each of them. */
class PagesTest {
  /** RDS answers a hundred at a time. */
  private static final int SEVERAL_PAGES = 350;

  @ParameterizedTest
  @EnumSource(
      value = RdsKind.class,
      names = {"INSTANCE", "CLUSTER", "CLUSTER_SNAPSHOT", "SUBNET_GROUP"})
  void whatIsOursIsFoundByItsTagAmongMuchThatIsNot(RdsKind kind) {
    try (var scene = new Scene()) {
      scene.restored();
      fill(scene.target(), kind);
      forget(scene);

      scene.assertCleanedUp(scene.cleanUp());

      assertThat(scene.left()).noneMatch(left -> left.endsWith(COPY) || left.contains(CLUSTER));
      assertThat(scene.left()).hasSizeGreaterThanOrEqualTo(SEVERAL_PAGES);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = RdsKind.class,
      names = {"INSTANCE", "CLUSTER"})
  void whoUsesOurSubnetGroupIsFoundAmongManyWhoDoNot(RdsKind kind) {
    try (var scene = new Scene(input().put("instance_count", 1))) {
      scene.restored(input().put("instance_count", 1));
      fill(scene.target(), kind);
      for (int number = 1; number <= 3; number++) {
        var squatter = scene.target().cluster("squatter-" + number);
        squatter.network(COPY, List.of("sg-0a1b2c3d4e5f60718"));
        if (kind == RdsKind.INSTANCE) {
          squatter.instance("squatter-" + number + "-1", "db.r6g.large");
        }
        squatter.exists();
      }

      var run = scene.cleanUp();

      scene.assertCleanedUp(run);
      assertThat(run.output().at("/kept/0/why").asText())
          .startsWith("cluster squatter-")
          .endsWith(" uses it");
      assertThat(scene.left()).contains("SUBNET_GROUP " + COPY);
    }
  }

  @Test
  void anOrphanIsFoundAmongMuchThatIsNot() {
    try (var scene = new Scene()) {
      scene.restored();
      fill(scene.target(), RdsKind.CLUSTER_SNAPSHOT);
      forget(scene);
      scene.world().runUntil(scene.world().now().plus(Duration.ofHours(1)));

      assertThat(scene.world().reap().orphans()).containsExactly(DRILL);
      assertThat(scene.world().mail().getLast().body())
          .contains(COPY, CLUSTER + "-1", CLUSTER + "-2", CLUSTER + "-3")
          .contains(cleanUpOf(DRILL).toString());
    }
  }

  private static void fill(RegionSetUp region, RdsKind kind) {
    for (int number = 0; number < SEVERAL_PAGES; number++) {
      var id = "others-" + number;
      switch (kind) {
        case INSTANCE -> {
          if (number % 10 == 0) {
            var cluster = region.cluster(id);
            for (int member = 0; member < 10; member++) {
              cluster.instance(id + "-" + member, "db.r6g.large");
            }
            cluster.exists();
          }
        }
        case CLUSTER -> region.cluster(id).exists();
        case CLUSTER_SNAPSHOT -> region.snapshot("aurora-restore-" + id).unencrypted().exists();
        case SUBNET_GROUP ->
            region.subnetGroup(
                "aurora-restore-" + id, List.of("subnet-01a", "subnet-01b"), Map.of());
        case CLUSTER_PARAMETER_GROUP, INSTANCE_PARAMETER_GROUP ->
            throw new IllegalArgumentException("no clean-up lists a " + kind);
      }
    }
  }

  /** Without the row of the operation, its tags alone tell what is its own. */
  private static void forget(Scene scene) {
    scene
        .world()
        .console()
        .dynamoDb()
        .deleteItem(
            call ->
                call.tableName("aurora-restore-state")
                    .key(Map.of("operation_id", AttributeValue.fromS(DRILL))));
  }
}
