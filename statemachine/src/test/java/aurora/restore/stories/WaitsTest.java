package aurora.restore.stories;

import static aurora.restore.operation.Milestone.SNAPSHOT_COPIED;
import static aurora.restore.operation.Milestone.STARTED;
import static aurora.restore.stories.Ending.COPIED;
import static aurora.restore.stories.Ending.UP_TO_CLUSTER;
import static aurora.restore.stories.Ending.assertFailed;
import static aurora.restore.stories.Ending.assertOnlyPlanned;
import static aurora.restore.stories.Ending.assertRestored;
import static aurora.restore.stories.Ending.assertSucceeded;
import static aurora.restore.stories.RunbookInput.TARGET;
import static aurora.restore.stories.RunbookInput.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aurora.restore.error.CopyDeadlineExceeded;
import aurora.restore.error.InstanceDeadlineExceeded;
import aurora.restore.error.RestoreDeadlineExceeded;
import aurora.restore.machine.HandlerFunction;
import aurora.restore.simulation.rds.Course;
import aurora.restore.world.Run;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** Waits: how long, how often, how visibly. */
class WaitsTest {
  private static final int MOST_EVENTS = 1_500;

  /** The longest pause between two looks, and some seconds for the calls around it. */
  private static final Duration ONE_PAUSE = Duration.ofSeconds(910);

  @ParameterizedTest
  @CsvSource({"1434, 24", "1440, 25"})
  void copyOfADayStaysFarBelowTheLimitOfEvents(int minutes, int deadlineHours) {
    var input = input().with("copy_deadline_hours", deadlineHours);
    try (var story = Story.of(input)) {
      story.world().durations().everyCopy(Course.takes(Duration.ofMinutes(minutes)));
      var run = story.restore(input);
      assertRestored(story, run);
      assertThat(run.execution().history()).hasSizeLessThan(MOST_EVENTS);
      assertThat(run.output().at("/seconds/copy").asLong())
          .isBetween(minutes * 60L, minutes * 60L + ONE_PAUSE.toSeconds());
    }
  }

  @Test
  void clusterThatWasRestoredBeforeIsLookedAtHalfAsOftenAndNotSeenLater() {
    try (var story = Story.of(input())) {
      var first = story.restore("drill-1", input());
      var second = story.restore("drill-2", input());
      assertSucceeded(story, second, COPIED);
      assertThat(looks(second)).isLessThan(looks(first) / 2);
      assertThat(clusterSeconds(second)).isCloseTo(clusterSeconds(first), within(60L));
    }
  }

  @Test
  void clusterThatIsQuickerThanItEverWasIsSeenWithinOneLook() {
    try (var story = Story.of(input())) {
      story.world().durations().everyCluster(Course.takes(Duration.ofHours(2)));
      story.restore("drill-1", input());
      story.world().durations().everyCluster(Course.takes(Duration.ofMinutes(10)));
      var second = story.restore("drill-2", input());
      assertSucceeded(story, second, COPIED);
      assertThat(clusterSeconds(second)).isLessThan(Duration.ofMinutes(16).toSeconds());
    }
  }

  private static long looks(Run run) {
    return run.execution().history().stream()
        .map(HistoryEvent::stateEnteredEventDetails)
        .filter(entered -> entered != null && entered.name().equals("Wait For Cluster"))
        .count();
  }

  private static long clusterSeconds(Run run) {
    return run.output().at("/seconds/restore").asLong();
  }

  @ParameterizedTest
  @CsvSource({", 24", "2, 2"})
  void copyThatStandsStillIsGivenUpAtItsDeadline(Integer asked, int hours) {
    var input = asked == null ? input() : input().with("copy_deadline_hours", asked);
    try (var story = Story.of(input)) {
      story.world().durations().everyCopy(Course.stalls(40));
      var run = story.restore(input);
      assertFailed(story, run, CopyDeadlineExceeded.class, "Wait For Copy", STARTED)
          .contains("aurora-restore-drill-1", "copying at 40 %", hours + " h 0 min");
      assertEndedWithinOnePauseOf(run, Duration.ofHours(hours));
      assertThat(run.execution().history()).hasSizeLessThan(MOST_EVENTS);
      assertThat(story.made()).allMatch(it -> Story.isOurs(it, run.operationId()));
    }
  }

  /** For an hour, which is longer than a task is tried. */
  @ParameterizedTest
  @EnumSource(
      names = {"WAIT_FOR_COPY", "WAIT_FOR_CLUSTER", "WAIT_FOR_INSTANCE", "WAIT_FOR_SETTINGS"})
  void whatRdsIsAskedTooOftenToTellIsWaitedFor(HandlerFunction waiting) {
    try (var story = Story.of(input().with("instance_count", 2))) {
      var throttled = new Throttled(story.world(), waiting, Duration.ofHours(1));
      story.world().callFaults().add(throttled);
      var run = story.restore(input().with("instance_count", 2));

      assertRestored(story, run);
      assertThat(throttled.end()).isBefore(story.world().now());
      assertThat(story.calls().changes())
          .as("nothing was asked for twice")
          .containsOnlyOnce("CopyDBClusterSnapshot", "RestoreDBClusterFromSnapshot");
    }
  }

  @Test
  void clusterThatNeverBecomesAvailableIsGivenUpAtItsDeadline() {
    var input = input().with("restore_deadline_hours", 3);
    try (var story = Story.of(input)) {
      story.world().durations().everyCluster(Course.stalls(0));
      var run = story.restore(input);
      assertFailed(
              story,
              run,
              RestoreDeadlineExceeded.class,
              "Wait For Cluster",
              STARTED,
              SNAPSHOT_COPIED)
          .contains("orders-drill-1", "migrating", "3 h 0 min");
    }
  }

  @ParameterizedTest
  @CsvSource({"0, Wait For Instance, orders-drill-1-1", "1, Wait For Reader, orders-drill-1-2"})
  void instanceThatNeverBecomesAvailableIsGivenUpAtItsDeadline(
      int before, String state, String instance) {
    var input = input().with("instance_count", 2);
    try (var story = Story.of(input)) {
      for (int number = 0; number < before; number++) {
        story.world().durations().nextInstance(Course.takes(Duration.ofMinutes(7)));
      }
      story.world().durations().everyInstance(Course.stalls(0));
      var run = story.restore(input);
      assertFailed(story, run, InstanceDeadlineExceeded.class, state, UP_TO_CLUSTER)
          .contains("instance " + instance, "creating", "2 h 0 min");
    }
  }

  @Test
  void everyWaitTellsTheStateTableHowFarItIs() {
    var input = input().with("instance_count", 3).with("manage_master_password", true);
    try (var story = Story.of(input)) {
      story.world().durations().everyCopy(Course.takes(Duration.ofHours(3)));
      var table = new Rows(story);
      var rows = new ArrayList<JsonNode>();
      var run = story.restore(input, stepped -> table.changed(stepped).ifPresent(rows::add));
      assertRestored(story, run);

      var observed = observations(rows);
      assertThat(observed.get("Wait For Copy")).contains("copying", "available");
      assertThat(observed.get("Wait For Cluster")).contains("migrating", "available");
      assertThat(observed.get("Wait For Instance")).contains("creating", "available");
      assertThat(observed.get("Wait For Reader")).contains("creating", "available");
      assertThat(observed.get("Wait For Settings"))
          .contains("resetting-master-credentials", "available");

      var percents =
          rows.stream()
              .filter(row -> row.get("step").asText().equals("Wait For Copy"))
              .map(row -> row.at("/progress/percent").asInt())
              .toList();
      assertThat(percents).isSorted().startsWith(0).endsWith(100);
      assertThat(percents).as("none is written twice").doesNotHaveDuplicates();
      assertThat(percents.size()).isGreaterThan(10);
      assertThat(rows).extracting(row -> row.get("updated_at").asText()).isSorted();
    }
  }

  @Test
  void sixthCopyWaitsForASlotAndGoesOnWhenOneComesFree() {
    try (var story = Story.withoutSource(input())) {
      for (int number = 1; number <= 6; number++) {
        story.source().snapshot("orders-no-" + number).exists();
      }
      story.world().durations().everyCopy(Course.takes(Duration.ofMinutes(90)));
      var runs = new ArrayList<Run>();
      for (int number = 1; number <= 5; number++) {
        runs.add(story.start("drill-no-" + number, numbered(number)));
      }
      story.stepWhile(runs.getFirst(), () -> story.snapshots(TARGET, "copying") < 5, run -> {});
      assertThat(story.snapshots(TARGET, "copying")).isEqualTo(5);

      var sixth = story.start("drill-no-6", numbered(6));
      runs.add(sixth);
      story.stepWhile(
          sixth, () -> sixth.state().isEmpty() || !sixth.state().get().has("progress"), run -> {});
      var row = sixth.state().orElseThrow();
      assertThat(row.get("status").asText()).isEqualTo("RUNNING");
      assertThat(row.get("step").asText()).isEqualTo("Copy Snapshot");
      assertThat(row.at("/progress/observed").asText()).isEqualTo("waiting for a copy slot");

      story.stepWhile(
          sixth,
          () -> true,
          run -> assertThat(story.snapshots(TARGET, "copying")).isLessThanOrEqualTo(5));
      runs.forEach(run -> assertSucceeded(story, story.world().run(run), COPIED));
      assertOnlyPlanned(story, runs.toArray(Run[]::new));
      assertThat(sixth.output().at("/seconds/copy").asLong())
          .as("its copy began when another one had ended")
          .isGreaterThan(Duration.ofMinutes(150).toSeconds());
    }
  }

  private static RunbookInput numbered(int number) {
    return input().with("snapshot_id", "orders-no-" + number);
  }

  private static void assertEndedWithinOnePauseOf(Run run, Duration deadline) {
    var took = Duration.between(run.execution().startDate(), run.execution().stopDate());
    assertThat(took).isBetween(deadline, deadline.plus(ONE_PAUSE));
  }

  /** What each step's rows said of the thing waited for. */
  private static Map<String, List<String>> observations(List<JsonNode> rows) {
    var observed = new LinkedHashMap<String, List<String>>();
    for (var row : rows) {
      var said = row.at("/progress/observed").asText(null);
      if (Objects.nonNull(said)) {
        observed.computeIfAbsent(row.get("step").asText(), step -> new ArrayList<>()).add(said);
      }
    }
    return observed;
  }
}
