package aurora.restore.stories;

import static aurora.restore.operation.Milestone.CLUSTER_RESTORED;
import static aurora.restore.operation.Milestone.INSTANCES_READY;
import static aurora.restore.operation.Milestone.SNAPSHOT_COPIED;
import static aurora.restore.operation.Milestone.STARTED;
import static aurora.restore.stories.Ending.UP_TO_CLUSTER;
import static aurora.restore.stories.Ending.assertFailed;
import static aurora.restore.stories.Ending.assertRestored;
import static aurora.restore.stories.RunbookInput.input;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.error.ClusterFailed;
import aurora.restore.error.ClusterStopped;
import aurora.restore.error.InstanceDeadlineExceeded;
import aurora.restore.error.RestoreDeadlineExceeded;
import aurora.restore.operation.Milestone;
import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Faults;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A cluster that RDS is at work on takes no instance and no change: it is asked again. */
class BusyClusterTest {
  private static final String CLUSTER = "orders-drill-1";

  private static RunbookInput everyStep() {
    return input().with("instance_count", 2).with("manage_master_password", true);
  }

  /** Longer than fifteen retries take. */
  @ParameterizedTest
  @CsvSource({
    "Create Instance, CreateDBInstance",
    "Create Reader, CreateDBInstance",
    "Apply Settings, ModifyDBCluster"
  })
  void busyClusterIsAskedAgainUntilItIsReady(String state, String operation) {
    try (var story = Story.of(everyStep())) {
      var rows = new Rows(story);
      var observed = new LinkedHashSet<String>();
      Cue.onEntering(
          story.world(), state, () -> story.world().callFaults().add(busy(story, operation, 100)));
      var run =
          story.restore(
              everyStep(),
              stepped ->
                  rows.changed(stepped)
                      .filter(row -> row.get("step").asText().equals(state))
                      .ifPresent(row -> observed.add(row.at("/progress/observed").asText())));
      assertRestored(story, run);
      assertThat(observed)
          .as("the state table tells")
          .anyMatch(it -> it.contains("DBClusterState"));
      assertThat(run.execution().history())
          .filteredOn(event -> event.taskFailedEventDetails() != null)
          .as("waiting is no failure")
          .isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"Create Instance, 1", "Create Instance, 2", "Create Reader, 2"})
  void clusterThatStaysBusyForAnInstanceIsGivenUpAtTheDeadline(String state, int hours) {
    var input = everyStep().with("instance_deadline_hours", hours);
    try (var story = Story.of(input)) {
      Cue.onEntering(
          story.world(),
          state,
          () -> story.world().callFaults().add(busy(story, "CreateDBInstance", 60 * 24)));
      var run = story.restore(input);
      assertFailed(story, run, InstanceDeadlineExceeded.class, state, UP_TO_CLUSTER)
          .contains("InvalidDBClusterStateFault", hours + " h 0 min");
    }
  }

  @Test
  void clusterThatStaysBusyForItsSettingsIsGivenUpAtTheDeadline() {
    var input = everyStep().with("restore_deadline_hours", 3);
    try (var story = Story.of(input)) {
      Cue.onEntering(
          story.world(),
          "Apply Settings",
          () -> story.world().callFaults().add(busy(story, "ModifyDBCluster", 60 * 24)));
      var run = story.restore(input);
      assertFailed(story, run, RestoreDeadlineExceeded.class, "Apply Settings", restored())
          .contains(CLUSTER, "3 h 0 min");
    }
  }

  @Test
  void settingsThatDoNotComeIntoForceAreGivenUpAtTheDeadline() {
    var input = everyStep().with("restore_deadline_hours", 3);
    try (var story = Story.of(input)) {
      Cue.onEntering(
          story.world(),
          "Wait For Settings",
          () -> story.target().clusterEntersStatus(CLUSTER, "modifying"));
      var run = story.restore(input);
      assertFailed(story, run, RestoreDeadlineExceeded.class, "Wait For Settings", restored())
          .contains(CLUSTER, "modifying", "3 h 0 min");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Create Instance", "Create Reader", "Apply Settings"})
  void stoppedClusterIsToldAndGoneOnWithOnceItIsStarted(String state) {
    try (var story = Story.of(everyStep())) {
      var region = story.target();
      Cue.onEntering(story.world(), state, () -> region.clusterEntersStatus(CLUSTER, "stopped"));
      var run = story.restore(everyStep());
      assertThat(run.execution().failedState()).isEqualTo(state);
      assertFailed(run, ClusterStopped.class);
      assertThat(run.errorMessage()).contains("start the cluster");
      region.clusterEntersStatus(CLUSTER, "available");
      story.world().run(story.world().redrive(run));
      assertThat(run.execution().failedState()).as(run.errorMessage()).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Create Instance", "Create Reader", "Apply Settings"})
  void brokenClusterIsToldAtOnce(String state) {
    try (var story = Story.of(everyStep())) {
      Cue.onEntering(
          story.world(),
          state,
          () -> story.target().clusterEntersStatus(CLUSTER, "inaccessible-encryption-credentials"));
      var run = story.restore(everyStep());
      assertThat(run.execution().failedState()).isEqualTo(state);
      assertFailed(run, ClusterFailed.class);
      assertThat(run.errorMessage()).contains("inaccessible-encryption-credentials");
    }
  }

  private static Milestone[] restored() {
    return new Milestone[] {STARTED, SNAPSHOT_COPIED, CLUSTER_RESTORED, INSTANCES_READY};
  }

  /** From now on, for some minutes, RDS refuses an operation because of the cluster's state. */
  private static Faults busy(Story story, String refused, int minutes) {
    Instant until = story.world().now().plus(Duration.ofMinutes(minutes));
    return Faults.before(
        (caller, service, operation, request) -> {
          if (operation.equals(refused) && story.world().now().isBefore(until)) {
            throw new AwsError(
                "InvalidDBClusterStateFault", 400, "DB cluster " + CLUSTER + " is busy");
          }
        });
  }
}
