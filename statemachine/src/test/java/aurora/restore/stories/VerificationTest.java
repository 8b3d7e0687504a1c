package aurora.restore.stories;

import static aurora.restore.stories.Ending.assertFailed;
import static aurora.restore.stories.Ending.assertRestored;
import static aurora.restore.stories.Ending.assertSucceeded;
import static aurora.restore.stories.RunbookInput.TARGET;
import static aurora.restore.stories.RunbookInput.input;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.engine.TaskRunner.Outcome.Failed;
import aurora.restore.error.VerificationFailed;
import aurora.restore.machine.HandlerFunction;
import aurora.restore.operation.Ownership;
import aurora.restore.world.InvocationFault;
import aurora.restore.world.Run;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.Tag;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** SUCCEEDED means that everything is as planned at the end, whatever happened before. */
class VerificationTest {
  private static final String ID = "orders-drill-1";
  private static final String VERIFY = "Verify Restore";

  static RunbookInput everything() {
    return input()
        .with("instance_count", 2)
        .with("min_capacity", 0.5)
        .with("max_capacity", 16)
        .with("port", 3310)
        .with("backup_retention_days", 14)
        .with("log_exports", List.of("error"))
        .with("cluster_parameter_group", "orders-cluster")
        .with("instance_parameter_group", "orders-instance")
        .with("tags", Map.of("stage", "dr"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"stage", Ownership.TAG, Ownership.SOURCE_TAG, Ownership.EXECUTION_TAG})
  void tagThatDiffersFromThePlanIsFound(String key) {
    try (var story = Story.of(everything())) {
      beforeVerifying(story, plan -> ((ObjectNode) plan.get("tags")).put(key, "other"));
      var run = story.restore(everything());
      if (key.equals(Ownership.EXECUTION_TAG)) {
        assertSucceeded(run);
        return;
      }
      assertNotVerified(run);
      assertThat(run.errorMessage())
          .contains(
              "cluster tag " + key + " is ",
              "instance " + ID + "-1 tag " + key + " is ",
              "instance " + ID + "-2 tag " + key + " is ");
    }
  }

  static Stream<Arguments> changesOfTheWorld() {
    return Stream.of(
        change("cluster deletion protection", (rds, story) -> modified(rds, true, null)),
        change("cluster backup retention days", (rds, story) -> modified(rds, null, 3)),
        change(
            "cluster tag stage",
            (rds, story) ->
                rds.removeTagsFromResource(it -> it.resourceName(arn(rds)).tagKeys("stage"))),
        change(
            "cluster tag " + Ownership.TAG,
            (rds, story) ->
                rds.addTagsToResource(
                    it -> it.resourceName(arn(rds)).tags(tag(Ownership.TAG, "somebody-elses")))),
        change(
            "instance " + ID + "-2 tag " + Ownership.TAG,
            (rds, story) ->
                rds.removeTagsFromResource(
                    it -> it.resourceName(instanceArn(rds, ID + "-2")).tagKeys(Ownership.TAG))),
        change(
            "cluster instances",
            (rds, story) ->
                rds.createDBInstance(
                    it ->
                        it.dbInstanceIdentifier("somebodys-reader")
                            .dbClusterIdentifier(ID)
                            .dbInstanceClass("db.serverless")
                            .engine("aurora-mysql"))),
        change(
            "instance " + ID + "-2 status is failed",
            (rds, story) -> story.target().instanceEntersStatus(ID + "-2", "failed")),
        change(
            "instance " + ID + "-1 status is incompatible-network",
            (rds, story) -> story.target().instanceEntersStatus(ID + "-1", "incompatible-network")),
        change(
            "instance " + ID + "-2 status is deleting",
            (rds, story) ->
                rds.deleteDBInstance(
                    it -> it.dbInstanceIdentifier(ID + "-2").skipFinalSnapshot(true))),
        change(
            "cluster status is inaccessible-encryption-credentials",
            (rds, story) ->
                story.target().clusterEntersStatus(ID, "inaccessible-encryption-credentials")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changesOfTheWorld")
  void changeThatHappensJustBeforeTheEndIsFound(
      String difference, BiConsumer<RdsClient, Story> change) {
    try (var story = Story.of(everything())) {
      Cue.onEntering(
          story.world(), VERIFY, () -> change.accept(story.world().console().rds(TARGET), story));
      var run = story.restore(everything());
      assertNotVerified(run);
      assertThat(run.errorMessage()).contains(difference);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"backing-up", "modifying", "maintenance", "storage-optimization"})
  void statusThatPassesIsWaitedFor(String status) {
    try (var story = Story.of(everything())) {
      var region = story.target();
      Cue.onEntering(
          story.world(),
          VERIFY,
          () -> {
            region.clusterEntersStatus(ID, status);
            region.instanceEntersStatus(ID + "-2", status);
            story
                .world()
                .after(Duration.ofMinutes(20), () -> region.clusterEntersStatus(ID, "available"));
            story
                .world()
                .after(
                    Duration.ofMinutes(40),
                    () -> region.instanceEntersStatus(ID + "-2", "available"));
          });
      var run = story.restore(everything());
      assertRestored(story, run);
      assertThat(run.output().at("/seconds/verify").asLong())
          .isGreaterThan(Duration.ofMinutes(40).toSeconds());
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 7", "2, 8"}) // after the settings' 6 hours
  void statusThatDoesNotPassIsGivenUpAtTheDeadline(int asked, int hours) {
    var input = everything().with("instance_deadline_hours", asked);
    try (var story = Story.of(input)) {
      Cue.onEntering(
          story.world(),
          VERIFY,
          () -> story.target().instanceEntersStatus(ID + "-1", "backing-up"));
      var run = story.restore(input);
      assertNotVerified(run);
      assertThat(run.errorMessage())
          .contains("instance " + ID + "-1 backing-up after " + hours + " h 0 min");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {ID, ID + "-2"})
  void whatIsDeletedBeforeTheEndIsMissed(String gone) {
    var single = everything().with("instance_count", gone.equals(ID) ? 1 : 2);
    try (var story = Story.of(single)) {
      Cue.onEntering(
          story.world(),
          "Record Instances Ready",
          () -> {
            var rds = story.world().console().rds(TARGET);
            rds.deleteDBInstance(
                it ->
                    it.dbInstanceIdentifier(gone.equals(ID) ? ID + "-1" : gone)
                        .skipFinalSnapshot(true));
          });
      var run = story.restore(single);
      assertNotVerified(run);
      story.world().runUntil(story.world().now().plus(Duration.ofHours(1)));
      if (gone.equals(ID)) {
        story.target().withoutCluster(ID);
      }
      story.world().run(story.world().redrive(run));
      assertNotVerified(run);
      assertThat(run.errorMessage()).contains(gone + " doesn't exist any more");
    }
  }

  @Test
  void namesAreComparedAsRdsKeepsThem() {
    try (var story = Story.of(everything())) {
      beforeVerifying(
          story,
          plan -> {
            var cluster = (ObjectNode) plan.get("cluster");
            cluster.put("parameter_group", "Orders-Cluster");
            cluster.put("subnet_group", "Aurora-Restore-Drill-1");
            ((ObjectNode) plan.get("writer")).put("parameter_group", "ORDERS-INSTANCE");
          });
      assertRestored(story, story.restore(everything()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"alias/dr", "arn:aws:kms:us-west-2:111122223333:alias/dr"})
  void keyThatThePlanDoesNotKnowIsNotCompared(String alias) {
    var input = input().with("kms_key_id", "alias/dr");
    try (var story = Story.of(input)) {
      beforeVerifying(story, plan -> ((ObjectNode) plan.get("cluster")).put("kms_key_id", alias));
      assertRestored(story, story.restore(input));
    }
  }

  private static void assertNotVerified(Run run) {
    assertThat(run.execution().status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(run.execution().failedState()).isEqualTo(VERIFY);
    assertFailed(run, VerificationFailed.class);
  }

  private static void beforeVerifying(Story story, Consumer<JsonNode> change) {
    story
        .world()
        .invocationFaults()
        .add(
            new InvocationFault() {
              private boolean done;

              @Override
              public Optional<Failed> before(String function, JsonNode payload) {
                if (function.equals(HandlerFunction.VERIFY_RESTORE.placeholder()) && !done) {
                  done = true;
                  change.accept(payload.get("plan"));
                }
                return Optional.empty();
              }
            });
  }

  private static Arguments change(String difference, BiConsumer<RdsClient, Story> change) {
    return Arguments.of(difference, change);
  }

  private static void modified(RdsClient rds, Boolean protection, Integer retentionDays) {
    rds.modifyDBCluster(
        it ->
            it.dbClusterIdentifier(ID)
                .deletionProtection(protection)
                .backupRetentionPeriod(retentionDays)
                .applyImmediately(true));
  }

  private static String arn(RdsClient rds) {
    return rds.describeDBClusters(it -> it.dbClusterIdentifier(ID))
        .dbClusters()
        .getFirst()
        .dbClusterArn();
  }

  private static String instanceArn(RdsClient rds, String id) {
    return rds.describeDBInstances(it -> it.dbInstanceIdentifier(id))
        .dbInstances()
        .getFirst()
        .dbInstanceArn();
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }
}
