package aurora.restore.stories;

import static aurora.restore.stories.Ending.assertRestored;
import static aurora.restore.stories.RunbookInput.CLUSTER;
import static aurora.restore.stories.RunbookInput.SNAPSHOT;
import static aurora.restore.stories.RunbookInput.input;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.simulation.rds.RdsKind;
import aurora.restore.simulation.rds.Resource;
import aurora.restore.world.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.rds.model.CreateDbInstanceRequest;

/** How many instances, in which order, of which class. */
class InstancesTest {
  private static final String DEPLOYMENTS_CLASS = "db.r6g.large";

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 16})
  void writerComesFirstAndReadersThenTogether(int count) {
    var input = input().with("instance_count", count);
    try (var story = Story.of(input)) {
      var atOnce = new ArrayList<Integer>();
      var run =
          story.restore(
              input,
              ignored -> {
                var readers = readers(story);
                if (!readers.isEmpty()) {
                  assertThat(writer(story).status()).isEqualTo("available");
                }
                atOnce.add(
                    (int) readers.stream().filter(it -> it.status().equals("creating")).count());
              });
      assertRestored(story, run);
      assertThat(ids(run)).containsExactlyElementsOf(numbered(count));
      assertThat(atOnce.stream().max(Integer::compare)).hasValue(Math.min(count - 1, 5));
      assertThat(story.cluster(run).dbClusterMembers())
          .hasSize(count)
          .filteredOn(member -> member.isClusterWriter())
          .singleElement()
          .returns("orders-drill-1-1", member -> member.dbInstanceIdentifier());
    }
  }

  @Test
  void instancesAreServerlessWhereCapacitiesAreGiven() {
    var input =
        input().with("min_capacity", 0.5).with("max_capacity", 16).with("instance_count", 2);
    try (var story = Story.of(input)) {
      var run = story.restore(input);
      assertRestored(story, run);
      assertThat(classes(run)).containsExactly("db.serverless", "db.serverless");
      assertThat(story.cluster(run).serverlessV2ScalingConfiguration())
          .returns(0.5, scaling -> scaling.minCapacity())
          .returns(16.0, scaling -> scaling.maxCapacity());
    }
  }

  @Test
  void instancesAreOfTheClassGiven() {
    var input = input().with("instance_class", "db.r7g.2xlarge");
    try (var story = Story.of(input)) {
      var run = story.restore(input);
      assertRestored(story, run);
      assertThat(classes(run)).containsExactly("db.r7g.2xlarge");
    }
  }

  @Test
  void instancesAreOfTheClassOfTheSourcesWriter() {
    try (var story = Story.withoutSource(input())) {
      sourceCluster(story);
      snapshot(story);
      var run = story.restore(input());
      assertRestored(story, run);
      assertThat(classes(run)).containsExactly("db.r8g.4xlarge");
      assertThat(warnings(run)).isEmpty();
    }
  }

  @Test
  void capacitiesAreThoseOfTheSourceWhereItsWriterIsServerless() {
    try (var story = Story.withoutSource(input())) {
      story.source().cluster(CLUSTER).scaling(1, 32).instance("orders-a", "db.serverless").exists();
      snapshot(story);
      var run = story.restore(input());
      assertRestored(story, run);
      assertThat(classes(run)).containsExactly("db.serverless");
      assertThat(story.cluster(run).serverlessV2ScalingConfiguration())
          .returns(1.0, scaling -> scaling.minCapacity())
          .returns(32.0, scaling -> scaling.maxCapacity());
    }
  }

  @Test
  void instancesAreOfTheDeploymentsClassWhereTheSourceIsGone() {
    try (var story = Story.withoutSource(input())) {
      snapshot(story);
      assertDeploymentsClass(story, "the source cluster has no writer to go by");
    }
  }

  @Test
  void clusterThatWasMadeAnewUnderTheOldNameIsNotGoneBy() {
    try (var story = Story.withoutSource(input())) {
      snapshot(story);
      sourceCluster(story);
      assertDeploymentsClass(story, "the source cluster has no writer to go by");
    }
  }

  @Test
  void sourceWithoutInstancesIsNotGoneBy() {
    try (var story = Story.withoutSource(input())) {
      story.source().cluster(CLUSTER).exists();
      snapshot(story);
      assertDeploymentsClass(story, "the source cluster has no writer to go by");
    }
  }

  @Test
  void instancesAreOfTheDeploymentsClassWhereTheSourcesCannotBeOrdered() {
    try (var story = Story.withoutSource(input())) {
      sourceCluster(story);
      snapshot(story);
      story.target().withoutClass("db.r8g.4xlarge");
      assertDeploymentsClass(story, "db.r8g.4xlarge can't be ordered in us-west-2");
    }
  }

  /** In some subnet groups RDS makes an instance public where the call doesn't say otherwise. */
  @Test
  void noInstanceIsPublicAndEachCallSaysSo() {
    var input = input().with("instance_count", 2);
    try (var story = Story.of(input)) {
      assertRestored(story, story.restore(input));
      assertThat(story.calls().of(CreateDbInstanceRequest.class))
          .hasSize(2)
          .allSatisfy(call -> assertThat(call.publiclyAccessible()).isFalse());
    }
  }

  /** RDS backs an instance up before it hands it over. */
  @Test
  void instanceThatIsBackingUpIsNotReadyYet() {
    try (var story = Story.of(input())) {
      var backedUp = Duration.ofMinutes(50);
      Cue.onEntering(
          story.world(),
          "Wait For Instance",
          () ->
              story
                  .world()
                  .after(
                      Duration.ofMinutes(1),
                      () -> {
                        var region = story.target();
                        region.instanceEntersStatus("orders-drill-1-1", "backing-up");
                        story
                            .world()
                            .after(
                                backedUp,
                                () -> region.instanceEntersStatus("orders-drill-1-1", "available"));
                      }));
      var run = story.restore(input());
      assertRestored(story, run);
      assertThat(run.output().at("/seconds/instances").asLong())
          .isGreaterThan(backedUp.toSeconds());
    }
  }

  private static void assertDeploymentsClass(Story story, String warning) {
    var run = story.restore(input());
    assertRestored(story, run);
    assertThat(classes(run)).containsExactly(DEPLOYMENTS_CLASS);
    assertThat(warnings(run))
        .filteredOn(it -> it.contains(DEPLOYMENTS_CLASS))
        .singleElement()
        .asString()
        .contains(warning);
    assertThat(story.mail(run)).allMatch(mail -> mail.body().contains("Warning:   "));
  }

  private static void sourceCluster(Story story) {
    story
        .source()
        .cluster(CLUSTER)
        .instance("orders-a", "db.r8g.4xlarge")
        .instance("orders-b", "db.r8g.large")
        .exists();
  }

  private static void snapshot(Story story) {
    story.source().snapshot(SNAPSHOT).of(CLUSTER).exists();
  }

  private static Resource writer(Story story) {
    return instances(story).getFirst();
  }

  private static List<Resource> readers(Story story) {
    return instances(story).stream().skip(1).toList();
  }

  private static List<Resource> instances(Story story) {
    return story.made().stream()
        .filter(it -> it.kind() == RdsKind.INSTANCE)
        .sorted((one, other) -> Integer.compare(number(one), number(other)))
        .toList();
  }

  private static int number(Resource instance) {
    return Integer.parseInt(instance.identifier().replaceFirst(".*-", ""));
  }

  private static List<String> numbered(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(number -> "orders-drill-1-" + number).toList();
  }

  private static List<String> ids(Run run) {
    return each(run, "id");
  }

  private static List<String> classes(Run run) {
    return each(run, "instance_class");
  }

  private static List<String> each(Run run, String field) {
    return StreamSupport.stream(run.output().get("instances").spliterator(), false)
        .map(instance -> instance.get(field).asText())
        .toList();
  }

  private static List<String> warnings(Run run) {
    return StreamSupport.stream(run.output().get("warnings").spliterator(), false)
        .map(warning -> warning.asText())
        .toList();
  }
}
