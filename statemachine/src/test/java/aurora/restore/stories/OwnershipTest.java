package aurora.restore.stories;

import static aurora.restore.stories.Ending.assertFailed;
import static aurora.restore.stories.RunbookInput.CLUSTER;
import static aurora.restore.stories.RunbookInput.SNAPSHOT;
import static aurora.restore.stories.RunbookInput.TARGET;
import static aurora.restore.stories.RunbookInput.input;
import static aurora.restore.stories.RunbookInput.sameRegion;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.error.PreflightFailed;
import aurora.restore.error.ResourceNotOurs;
import aurora.restore.operation.Ownership;
import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Faults;
import aurora.restore.simulation.rds.RdsKind;
import aurora.restore.simulation.rds.Resource;
import aurora.restore.world.Run;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.rds.model.Tag;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Whose it is and what it was made from is looked at again before each step. */
class OwnershipTest {
  private static final String OPERATION = "drill-of-november";
  private static final String OTHER = "orders-other";
  private static final String RESTORED = "orders-drill-1";

  /** Somebody gives the cluster to another operation just before a step. */
  @ParameterizedTest
  @CsvSource({
    "Create Instance, CreateDBInstance, 0",
    "Create Reader, CreateDBInstance, 1",
    "Apply Settings, ModifyDBCluster, 0",
    "Wait For Settings, ModifyDBCluster, 1"
  })
  void clusterThatIsTakenOverIsLeftAlone(String state, String operation, int calls) {
    var input = input().with("instance_count", 2).with("manage_master_password", true);
    try (var story = Story.of(input)) {
      Cue.onEntering(story.world(), state, () -> takeOver(story));
      var run = story.restore(input);
      assertNotOurs(run, state, "somebody-elses");
      assertThat(story.calls().count(operation)).isEqualTo(calls);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Wait For Cluster", "Wait For Instance", "Wait For Reader"})
  void waitForWhatIsTakenOverIsEnded(String state) {
    var input = input().with("instance_count", 2);
    try (var story = Story.of(input)) {
      Cue.onEntering(
          story.world(),
          state,
          () -> story.world().after(Duration.ofMinutes(2), () -> takeOver(story)));
      var run = story.restore(input);
      assertNotOurs(run, state, "somebody-elses");
    }
  }

  @Test
  void clusterOfAnotherSnapshotIsNotAdopted() {
    var first = sameRegion().with("operation_id", OPERATION);
    try (var story = Story.of(first)) {
      other(story);
      refuse(story, "CreateDBInstance");
      assertThat(story.restore("first", first).execution().failedState())
          .isEqualTo("Create Instance");

      var second = story.restore("second", first.with("snapshot_id", OTHER));

      assertRefused(second, "cluster orders-drill-of-november", ":" + SNAPSHOT, ":" + OTHER);
    }
  }

  @Test
  void operationGetsNoSecondClusterUnderAnotherName() {
    var first = sameRegion().with("operation_id", OPERATION);
    try (var story = Story.of(first)) {
      assertThat(story.restore("first", first).execution().status())
          .isEqualTo(ExecutionStatus.SUCCEEDED);

      var second = story.restore("second", first.with("cluster_id", "orders-elsewhere"));

      assertThat(second.errorMessage())
          .contains("cluster orders-elsewhere would be the second of operation " + OPERATION)
          .contains("made orders-drill-of-november");
      assertThat(story.made(RdsKind.CLUSTER)).containsExactly("orders-drill-of-november");
    }
  }

  @Test
  void copyOfAnotherSnapshotIsNotAdopted() {
    var first = input().with("operation_id", OPERATION);
    try (var story = Story.of(first)) {
      other(story);
      refuse(story, "RestoreDBClusterFromSnapshot");
      assertThat(story.restore("first", first).execution().failedState())
          .isEqualTo("Restore Cluster");

      var second = story.restore("second", first.with("snapshot_id", OTHER));

      assertRefused(
          second, "snapshot aurora-restore-drill-of-november", ":" + SNAPSHOT, ":" + OTHER);
      assertThat(story.made(RdsKind.CLUSTER)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "engine_version, 8.0.mysql_aurora.3.10.1, engine version is 8.0.mysql_aurora.3.08.0",
    "security_group_ids, sg-0a1b2c3d4e5f60718, security groups is",
    "subnet_ids, subnet-01a subnet-01b, subnets are"
  })
  void restartWithAnotherInputIsRefusedBeforeAnythingIsMade(String key, String value, String said) {
    var groups = List.of("sg-0a1b2c3d4e5f60718", "sg-2");
    var first = sameRegion().with("operation_id", OPERATION).with("security_group_ids", groups);
    try (var story = Story.of(first)) {
      refuse(story, "CreateDBInstance");
      assertThat(story.restore("first", first).execution().failedState())
          .isEqualTo("Create Instance");
      var asked = key.endsWith("_ids") ? List.of(value.split(" ")) : value;

      var second = story.restore("second", first.with(key, asked));

      assertRefused(second, said);
    }
  }

  /** What Restore Cluster wouldn't adopt is refused by the preflight already. */
  @ParameterizedTest
  @CsvSource({
    "aurora-postgresql, 16.6, engine is aurora-postgresql",
    "aurora-mysql, 8.0.mysql_aurora.3.10.1, engine version is 8.0.mysql_aurora.3.10.1"
  })
  void clusterThatIsUpgradedToWhatIsNotPlannedIsRefusedBeforeAnythingIsMade(
      String engine, String version, String said) {
    try (var story = Story.of(input())) {
      upgrading(engine, version, story);
      assertRefused(story.restore(input()), "cluster " + RESTORED, said, "subnet group is default");
    }
  }

  /** It shows the version of the snapshot until the upgrade to the planned one is done. */
  @Test
  void versionThatIsUpgradedFromIsNotADifference() {
    try (var story = Story.of(input())) {
      upgrading("aurora-mysql", "8.0.mysql_aurora.3.08.0", story);
      var run = story.restore(input().with("engine_version", "8.0.mysql_aurora.3.10.1"));
      assertRefused(run, "subnet group is default");
      assertThat(run.errorMessage()).doesNotContain("engine version");
    }
  }

  /** Its tags say nothing of another snapshot, as those of a copy that was tagged by hand. */
  @Test
  void copyIsComparedByWhatRdsSaysOfItsSource() {
    try (var story = Story.of(input())) {
      var run = story.start(Story.DRILL, input());
      story.stepWhile(run, () -> run.audit().isEmpty(), stepped -> {});
      story
          .target()
          .snapshot("aurora-restore-drill-1")
          .copiedFrom("arn:aws:rds:us-east-1:111122223333:cluster-snapshot:" + OTHER)
          .tag(Ownership.TAG, Story.DRILL)
          .tag(
              Ownership.SOURCE_TAG,
              "arn:aws:rds:us-east-1:111122223333:cluster-snapshot:" + SNAPSHOT)
          .exists();
      story.world().run(run);
      assertNotOurs(run, "Copy Snapshot", "copied snapshot is", ":" + OTHER);
    }
  }

  @Test
  void clusterIsComparedByItsEngineVersionAndItsNetwork() {
    try (var story = Story.of(input())) {
      var run = story.start(Story.DRILL, input());
      story.stepWhile(run, () -> run.audit().isEmpty(), stepped -> {});
      story
          .target()
          .cluster(RESTORED)
          .engine("aurora-mysql", "8.0.mysql_aurora.3.04.0")
          .tag(Ownership.TAG, Story.DRILL)
          .tag(
              Ownership.SOURCE_TAG,
              "arn:aws:rds:us-east-1:111122223333:cluster-snapshot:" + SNAPSHOT)
          .exists();
      story.world().run(run);
      assertNotOurs(run, "Restore Cluster", "engine version is 8.0.mysql_aurora.3.04.0");
    }
  }

  @Test
  void instanceOfAnotherClassIsNotAdopted() {
    var first = input().with("operation_id", OPERATION).with("instance_class", "db.r6g.large");
    try (var story = Story.of(first)) {
      assertThat(story.restore("first", first).execution().failedState()).isNull();

      var second = story.restore("second", first.with("instance_class", "db.r7g.2xlarge"));

      assertNotOurs(second, "Create Instance", "class is db.r6g.large", "db.r7g.2xlarge");
    }
  }

  @Test
  void instanceOfAnotherClusterIsNotAdopted() {
    try (var story = Story.of(input())) {
      var run = story.start(Story.DRILL, input());
      story.stepWhile(run, () -> run.audit().isEmpty(), stepped -> {});
      var tags =
          Map.of(
              Ownership.TAG,
              Story.DRILL,
              Ownership.SOURCE_TAG,
              "arn:aws:rds:us-east-1:111122223333:cluster-snapshot:" + SNAPSHOT);
      story.target().cluster("payments").instance(RESTORED + "-1", "db.r6g.large", tags).exists();
      story.world().run(run);
      assertNotOurs(run, "Create Instance", "cluster is payments");
    }
  }

  private static void assertRefused(Run run, String... said) {
    assertThat(run.execution().failedState()).as(run.errorMessage()).isEqualTo("Plan Restore");
    assertFailed(run, PreflightFailed.class);
    assertThat(run.errorMessage())
        .contains(said)
        .contains("was made from another input", "start again with the input");
  }

  private static void assertNotOurs(Run run, String state, String... said) {
    assertThat(run.execution().failedState()).as(run.errorMessage()).isEqualTo(state);
    assertFailed(run, ResourceNotOurs.class);
    assertThat(run.errorMessage()).contains(List.of(said));
  }

  /** An upgrade of the operation's cluster is under way; it is in the default network. */
  private static void upgrading(String engine, String version, Story story) {
    story
        .target()
        .cluster(RESTORED)
        .engine(engine, version)
        .status("upgrading")
        .tag(Ownership.TAG, Story.DRILL)
        .tag(
            Ownership.SOURCE_TAG, "arn:aws:rds:us-east-1:111122223333:cluster-snapshot:" + SNAPSHOT)
        .exists();
  }

  private static void takeOver(Story story) {
    var rds = story.world().console().rds(TARGET);
    var arn =
        story.made().stream()
            .filter(it -> it.kind() == RdsKind.CLUSTER)
            .map(Resource::arn)
            .findFirst()
            .orElseThrow();
    var taken = Tag.builder().key(Ownership.TAG).value("somebody-elses").build();
    rds.addTagsToResource(request -> request.resourceName(arn).tags(taken));
  }

  private static void other(Story story) {
    story
        .source()
        .snapshot(OTHER)
        .of(CLUSTER)
        .createdAt(story.world().now().minus(Duration.ofHours(1)))
        .exists();
  }

  /** The first call of an operation is refused for good. */
  private static void refuse(Story story, String refused) {
    var left = new int[] {1};
    story
        .world()
        .callFaults()
        .add(
            Faults.before(
                (caller, service, operation, request) -> {
                  if (operation.equals(refused) && left[0]-- > 0) {
                    throw new AwsError("InvalidParameterValue", 400, "no");
                  }
                }));
  }
}
