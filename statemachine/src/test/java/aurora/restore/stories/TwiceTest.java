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

import aurora.restore.engine.TaskRunner.Outcome.Failed;
import aurora.restore.error.OperationInProgress;
import aurora.restore.error.ResourceNotOurs;
import aurora.restore.machine.HandlerFunction;
import aurora.restore.operation.Milestone;
import aurora.restore.operation.Ownership;
import aurora.restore.simulation.rds.RegionSetUp;
import aurora.restore.world.InvocationFault;
import aurora.restore.world.Run;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** One operation twice, and names that are taken. */
class TwiceTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void ofTwoExecutionsAtOnceOneRestoresAndTheOtherIsRefused(long seed) {
    var input = input().with("operation_id", "drill-of-november").with("instance_count", 2);
    try (var story = Story.of(input, seed)) {
      var runs = List.of(story.start("first", input), story.start("second", input));
      runs.forEach(story.world()::run);
      var winner =
          runs.stream()
              .filter(run -> run.execution().status() == ExecutionStatus.SUCCEEDED)
              .findFirst()
              .orElseThrow();
      var loser = runs.get(1 - runs.indexOf(winner));
      assertFailed(story, loser, OperationInProgress.class, "Record Started")
          .contains("drill-of-november", winner.execution().arn());
      assertRestored(story, winner);
      assertThat(story.calls().changes())
          .as("nothing was asked for twice")
          .containsExactlyInAnyOrder(
              "CopyDBClusterSnapshot",
              "CreateDBSubnetGroup",
              "RestoreDBClusterFromSnapshot",
              "CreateDBInstance",
              "CreateDBInstance",
              "ModifyDBCluster"); // the source's maintenance window
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void ofTwoExecutionsThatClaimInTheSameMillisecondOneIsRefused(long seed) {
    var input = input().with("operation_id", "drill-of-november");
    try (var story = Story.of(input, seed)) {
      var planned = story.world().now().plus(Duration.ofMinutes(1));
      story.world().invocationFaults().add(planEndsAt(planned, story));
      var runs = List.of(story.start("first", input), story.start("second", input));
      runs.forEach(story.world()::run);
      assertThat(runs).extracting(TwiceTest::claimedAt).as("the same moment").containsOnly(planned);

      var refused =
          runs.stream()
              .filter(run -> run.execution().status() == ExecutionStatus.FAILED)
              .findFirst()
              .orElseThrow();
      var winner = runs.get(1 - runs.indexOf(refused));
      assertFailed(story, refused, OperationInProgress.class, "Record Started")
          .contains("drill-of-november", winner.execution().arn());
      assertRestored(story, winner);
      assertThat(story.mail(winner))
          .filteredOn(mail -> mail.attributes().get("event").equals("STARTED"))
          .as("nobody is told of a start that was none")
          .hasSize(1);
    }
  }

  private static InvocationFault planEndsAt(Instant end, Story story) {
    return new InvocationFault() {
      @Override
      public Optional<Failed> after(String function, JsonNode payload) {
        if (function.equals(HandlerFunction.PLAN_RESTORE.placeholder())) {
          story.world().spend(Duration.between(story.world().now(), end));
        }
        return Optional.empty();
      }
    };
  }

  private static Instant claimedAt(Run run) {
    return run.execution().history().stream()
        .filter(event -> event.stateEnteredEventDetails() != null)
        .filter(event -> event.stateEnteredEventDetails().name().equals("Record Started"))
        .map(HistoryEvent::timestamp)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void executionThatComesLaterIsRefusedWhileTheFirstIsAtWork() {
    var input = input().with("operation_id", "drill-of-november");
    try (var story = Story.of(input)) {
      var first = story.start("first", input);
      story.stepWhile(first, () -> story.snapshots(TARGET, "copying") == 0, run -> {});
      var second = story.restore("second", input);
      assertFailed(story, second, OperationInProgress.class, "Record Started")
          .contains(first.execution().arn());
      assertRestored(story, story.world().run(first));
    }
  }

  /** It isn't planned anew: its plan doesn't know what the other has made. */
  @ParameterizedTest
  @CsvSource({"cluster_id, orders-elsewhere", "snapshot_id, orders-other"})
  void refusedExecutionWithAnotherAimIsNotRedrivenIntoASecondRestore(String key, String value) {
    var input = input().with("operation_id", "drill-of-november");
    try (var story = Story.of(input)) {
      story.source().snapshot("orders-other").of("orders").exists();
      var first = story.start("first", input);
      story.stepWhile(first, () -> story.snapshots(TARGET, "copying") == 0, run -> {});
      var second = story.restore("second", input.with(key, value));
      assertFailed(story, second, OperationInProgress.class, "Record Started");
      assertRestored(story, story.world().run(first));
      var made = story.made();

      story.world().run(story.world().redrive(second));

      assertThat(second.execution().failedState()).isEqualTo("Record Started");
      assertThat(second.errorMessage()).contains(first.execution().arn(), value, "planned anew");
      assertThat(story.made()).isEqualTo(made);
      assertThat(first.state().orElseThrow().path("status").asText()).isEqualTo("SUCCEEDED");
      assertThat(first.state().orElseThrow().path("execution_arn").asText())
          .isEqualTo(first.execution().arn());
    }
  }

  @Test
  void refusedExecutionOfTheSameIsRedrivenAndAdopts() {
    var input = input().with("operation_id", "drill-of-november");
    try (var story = Story.of(input)) {
      var first = story.start("first", input);
      story.stepWhile(first, () -> story.snapshots(TARGET, "copying") == 0, run -> {});
      var second = story.restore("second", input);
      assertFailed(story, second, OperationInProgress.class, "Record Started");
      assertRestored(story, story.world().run(first));
      var made = story.made();

      var redriven = story.world().run(story.world().redrive(second));
      assertThat(redriven.execution().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
      assertThat(story.made()).isEqualTo(made);
    }
  }

  @Test
  void finishedOperationIsAdoptedByASecondExecution() {
    var input = input().with("operation_id", "drill-of-november").with("instance_count", 3);
    try (var story = Story.of(input)) {
      var first = story.restore("first", input);
      assertRestored(story, first);
      var made = story.made();

      var second = story.restore("second", input);
      assertSucceeded(story, second, COPIED);
      assertOnlyPlanned(story, second);
      assertThat(story.made()).isEqualTo(made);
      for (var key : List.of("cluster_arn", "copied_snapshot", "endpoint", "instances")) {
        assertThat(second.output().get(key)).isEqualTo(first.output().get(key));
      }
      assertThat(second.milestones())
          .as("the trail only grows")
          .containsExactlyElementsOf(Stream.of(COPIED, COPIED).flatMap(Stream::of).toList());
    }
  }

  @Test
  void twoOperationsOfOneSnapshotShareNothing() {
    try (var story = Story.of(input())) {
      var one = story.start("drill-a", input());
      var other = story.start("drill-b", input());
      Stream.of(one, other)
          .map(story.world()::run)
          .forEach(run -> assertSucceeded(story, run, COPIED));
      assertOnlyPlanned(story, one, other);
      assertThat(story.made()).hasSize(8);
    }
  }

  static Stream<Arguments> takenNames() {
    return Stream.of(
            taken(
                "copy aurora-restore-drill-1",
                "Copy Snapshot",
                List.of(STARTED),
                (region, tags) -> {
                  var snapshot = region.snapshot("aurora-restore-drill-1");
                  tags.forEach(snapshot::tag);
                  snapshot.exists();
                }),
            taken(
                "subnet group aurora-restore-drill-1",
                "Restore Cluster",
                List.of(STARTED, SNAPSHOT_COPIED),
                (region, tags) ->
                    region.subnetGroup(
                        "aurora-restore-drill-1", List.of("subnet-01a", "subnet-01b"), tags)),
            taken(
                "cluster orders-drill-1",
                "Restore Cluster",
                List.of(STARTED, SNAPSHOT_COPIED),
                (region, tags) -> {
                  var cluster = region.cluster("orders-drill-1");
                  tags.forEach(cluster::tag);
                  cluster.exists();
                }),
            taken(
                "instance orders-drill-1-1",
                "Create Instance",
                List.of(UP_TO_CLUSTER),
                (region, tags) ->
                    region
                        .cluster("payments")
                        .instance("orders-drill-1-1", "db.r6g.large", tags)
                        .exists()),
            taken(
                "instance orders-drill-1-2",
                "Create Reader",
                List.of(UP_TO_CLUSTER),
                (region, tags) ->
                    region
                        .cluster("payments")
                        .instance("orders-drill-1-2", "db.r6g.large", tags)
                        .exists()))
        .flatMap(
            taken ->
                Stream.of(
                    Arguments.of(taken, Map.of(), "no operation made it"),
                    Arguments.of(
                        taken,
                        Map.of(Ownership.TAG, "somebody-elses"),
                        "belongs to operation somebody-elses")));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("takenNames")
  void resourceThatCameAfterThePlanAndIsNotOursIsNamedAndLeftAlone(
      Taken taken, Map<String, String> tags, String owner) {
    var input = input().with("instance_count", 2);
    try (var story = Story.of(input)) {
      var run = story.start(Story.DRILL, input);
      story.stepWhile(run, () -> run.audit().isEmpty(), running -> {});
      taken.by().accept(story.target(), tags);
      var foreign = story.made();
      story.world().run(run);
      assertFailed(
              story,
              run,
              ResourceNotOurs.class,
              taken.state(),
              taken.trail().toArray(Milestone[]::new))
          .contains(taken.what(), owner);
      assertThat(story.made())
          .filteredOn(it -> !Story.isOurs(it, run.operationId()))
          .containsExactlyInAnyOrderElementsOf(foreign);
    }
  }

  /** A minted name that somebody else's resource has. */
  record Taken(
      String what,
      String state,
      List<Milestone> trail,
      BiConsumer<RegionSetUp, Map<String, String>> by) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static Taken taken(
      String what,
      String state,
      List<Milestone> trail,
      BiConsumer<RegionSetUp, Map<String, String>> by) {
    return new Taken(what, state, trail, by);
  }
}
