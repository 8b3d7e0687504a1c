package aurora.restore.stories.cleanup;

import static aurora.restore.stories.Ending.assertFailed;
import static aurora.restore.stories.Ending.assertSucceeded;
import static aurora.restore.stories.Story.DRILL;
import static aurora.restore.stories.cleanup.Scene.cleanUpOf;
import static aurora.restore.stories.cleanup.Scene.input;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.error.OperationUnknown;
import aurora.restore.error.PreflightFailed;
import aurora.restore.operation.Milestone;
import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Faults;
import aurora.restore.simulation.rds.RdsKind;
import aurora.restore.simulation.sns.PublishedMessage;
import aurora.restore.world.Run;
import aurora.restore.world.World;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Whatever event is lost, every bad end is told, and told once. */
class LostEventsTest {

  @Test
  void aRefusedInputIsReportedAlthoughItNeverHadARow() {
    try (var scene = withoutEvents()) {
      var run = scene.world().restore(DRILL, input().put("instance_clas", "x"));
      assertThat(run.state()).isEmpty();

      hours(scene, 5);

      assertToldOnce(scene, run);
      assertThat(failures(scene).getFirst().body()).contains("InvalidRequest", "instance_class");
    }
  }

  @Test
  void aRestoreThatItsPreflightRefusedIsReported() {
    try (var scene = withoutEvents()) {
      var run = scene.world().restore(DRILL, input().put("snapshot_id", "nobody-has-it"));
      assertFailed(run, PreflightFailed.class);

      hours(scene, 3);

      assertToldOnce(scene, run);
    }
  }

  @Test
  void aRefusedCleanUpIsReported() {
    try (var scene = withoutEvents()) {
      var run = scene.cleanUp(cleanUpOf("unknown"));
      assertFailed(run, OperationUnknown.class);

      hours(scene, 3);

      assertToldOnce(scene, run);
      assertThat(run.state()).as("an operation that nobody knows has no row").isEmpty();
    }
  }

  @Test
  void anExecutionThatWasRefusedTheOperationIsReportedBesideTheOneThatHasIt() {
    try (var scene = withoutEvents()) {
      scene.restored();
      var second = scene.world().start("second", input().put("operation_id", DRILL));
      var third = scene.world().start("third", input().put("operation_id", DRILL));
      scene.world().run(second);
      assertThat(List.of(second.execution().status(), third.execution().status()))
          .contains(ExecutionStatus.SUCCEEDED, ExecutionStatus.FAILED);

      hours(scene, 3);

      assertThat(failures(scene)).hasSize(1);
    }
  }

  @Test
  void bothEndsOfAnExecutionThatWasRedrivenBeforeTheReaperCameAreReported() {
    try (var scene = withoutEvents()) {
      var mend = scene.breaks("CopySnapshot");
      var run = scene.world().restore(DRILL, input());
      mend.run();
      scene.world().redrive(run);
      scene.runUntil(run, (it, world) -> scene.ours(RdsKind.CLUSTER).contains(Scene.CLUSTER));
      scene.world().engine().stop(run.execution().arn(), "Drill", "stopped");

      hours(scene, 3);

      assertThat(failures(scene))
          .extracting(mail -> mail.attributes().get("step"))
          .hasSize(2)
          .contains("Copy Snapshot");
      assertThat(failures(scene))
          .anySatisfy(mail -> assertThat(mail.body()).contains("It has been redriven since"))
          .anySatisfy(mail -> assertThat(mail.body()).contains("Error:     Aborted"));
      assertThat(run.milestones().stream().filter(it -> it == Milestone.FAILED)).hasSize(2);
      assertThat(run.state().orElseThrow().get("redrive_count").asInt()).isEqualTo(1);
    }
  }

  @Test
  void theFirstEndIsReportedAlthoughTheRedriveSucceeded() {
    try (var scene = withoutEvents()) {
      var mend = scene.breaks("RestoreCluster");
      var run = scene.world().restore(DRILL, input());
      mend.run();
      scene.world().run(scene.world().redrive(run));
      assertSucceeded(run);

      hours(scene, 3);

      assertToldOnce(scene, run);
      assertThat(failures(scene).getFirst().attributes()).containsEntry("step", "Restore Cluster");
      assertThat(run.state().orElseThrow().get("status").asText()).isEqualTo("SUCCEEDED");
    }
  }

  @Test
  void theFirstEndOfACleanUpIsReportedAlthoughItsRedriveSucceeded() {
    try (var scene = withoutEvents()) {
      scene.restored();
      var mend = scene.breaks("TearDown");
      var cleanUp = scene.cleanUp(cleanUpOf(DRILL));
      assertThat(cleanUp.execution().status()).isEqualTo(ExecutionStatus.FAILED);
      mend.run();
      scene.assertCleanedUp(scene.world().run(scene.world().redrive(cleanUp)));

      hours(scene, 3);

      assertThat(failures(scene))
          .singleElement()
          .satisfies(mail -> assertThat(mail.attributes()).containsEntry("step", "Tear Down"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"DescribeFailure", "RecordAudit", "Notify"})
  void aReportThatFailedItselfGoesOnOnceItCan(String broken) {
    try (var scene = new Scene()) {
      var run = scene.world().start(DRILL, input());
      scene.runUntil(run, (it, world) -> scene.ours(RdsKind.CLUSTER_SNAPSHOT).size() == 1);
      var mend = scene.breaks(broken);
      scene.world().engine().stop(run.execution().arn(), "Drill", "stopped");
      scene.world().run(run);
      mend.run();

      hours(scene, 4);

      assertThat(failures(scene)).hasSize(1);
      assertThat(run.milestones()).containsOnlyOnce(Milestone.FAILED);
      assertThat(run.state().orElseThrow().get("status").asText()).isEqualTo("FAILED");
    }
  }

  @Test
  void whatAnEventHasReportedTheReaperLeavesAlone() {
    try (var scene = new Scene()) {
      var run = scene.stoppedAt("Wait For Copy", input());

      hours(scene, 30);

      assertToldOnce(scene, run);
    }
  }

  @Test
  void whatWasPurgedIsNotReportedAnew() {
    try (var scene = new Scene()) {
      scene.stoppedAt("Wait For Copy", input());
      scene.assertCleanedUp(scene.cleanUp(cleanUpOf(DRILL).put("purge_records", true)));

      hours(scene, 4);

      assertThat(failures(scene)).hasSize(1);
    }
  }

  @Test
  void aRestoreAndACleanUpOfOneNameAreReportedEach() {
    try (var scene = withoutEvents()) {
      var run = scene.stoppedAt("Wait For Copy", input());
      hours(scene, 2);
      var cleanUp = scene.world().startCleanUp(DRILL, cleanUpOf(DRILL));
      scene.runUntil(
          cleanUp,
          (it, world) -> it.state().orElseThrow().get("status").asText().equals("CLEANING_UP"));
      scene.world().engine().stop(cleanUp.execution().arn(), "Drill", "stopped");

      hours(scene, 3);

      assertThat(failures(scene)).hasSize(2);
      assertThat(run.state().orElseThrow().get("status").asText()).isEqualTo("FAILED");
      assertThat(run.state().orElseThrow().get("execution_arn").asText())
          .isEqualTo(cleanUp.execution().arn());
    }
  }

  @Test
  void aSecondDrillOfOneOperationOnOneDayIsCleanedUpToo() {
    try (var scene = new Scene()) {
      var drill = input().put("operation_id", DRILL).put("expires_after_hours", 2);
      for (var name : List.of("first", "second")) {
        var run = scene.world().restore(name, drill);
        assertSucceeded(run);
        hours(scene, 4);
        assertThat(scene.left()).as("after " + name).isEmpty();
      }
    }
  }

  @Test
  void aMessageThatCannotBeSentHoldsBackNoCleanUp() {
    try (var scene = new Scene()) {
      var run = scene.world().start(DRILL, input().put("on_failure", "clean_up"));
      scene.runUntil(run, (it, world) -> scene.ours(RdsKind.CLUSTER).contains(Scene.CLUSTER));
      scene.breaks("Notify");
      scene.world().engine().stop(run.execution().arn(), "Drill", "stopped");

      scene.world().run(run);

      scene.assertOnlyWhatWasThereBefore();
      assertThat(run.state().orElseThrow().get("status").asText()).isEqualTo("CLEANED_UP");
      assertThat(run.milestones()).contains(Milestone.FAILED);
    }
  }

  @Test
  void anInputOfAlmostAllThatStepFunctionsTakesIsReportedUnderItsOperation() {
    try (var scene = new Scene()) {
      var input = input().put("operation_id", "large").put("instance_clas", "x".repeat(250_000));
      var run = scene.world().restore(DRILL, input);
      assertThat(run.execution().status()).isEqualTo(ExecutionStatus.FAILED);

      scene.world().run(run);

      assertToldOnce(scene, run);
      assertThat(failures(scene).getFirst().attributes()).containsEntry("operation_id", "large");
      assertThat(failures(scene).getFirst().body()).hasSizeLessThan(64 * 1024);
      assertThat(run.state().orElseThrow().at("/failure/request/omitted").asText())
          .contains("bytes");
    }
  }

  @Test
  void aLargeInputWhoseEventIsLostIsReportedByTheReaper() {
    try (var scene = withoutEvents()) {
      var input = input().put("operation_id", "large").put("instance_clas", "\"".repeat(100_000));
      var run = scene.world().restore(DRILL, input);

      hours(scene, 2);

      assertToldOnce(scene, run);
    }
  }

  @Test
  void anAbortIsToldAtTheStateThatItMetNotAtThatOfAnErrorThatHadPassed() {
    try (var scene = new Scene()) {
      var passing = new AtomicBoolean(true);
      scene.world().callFaults().add(new Refusing("CreateDBSubnetGroup", passing));
      var run = scene.stoppedAt("Wait For Instance", input());

      assertThat(run.state().orElseThrow().get("step").asText())
          .isEqualTo(run.execution().failedState())
          .endsWith("For Instance");
      assertThat(run.state().orElseThrow().has("ttl")).isFalse();
      assertThat(passing).isFalse();
    }
  }

  @Test
  void onlyARowOfWhatWasNeverClaimedMayBeForgotten() {
    try (var scene = new Scene()) {
      var refused = scene.world().restore("refused", input().put("instance_clas", "x"));
      assertThat(refused.state().orElseThrow().has("ttl")).isTrue();
      var completed = scene.restored();
      assertThat(completed.state().orElseThrow().has("ttl")).isFalse();
      var again = scene.world().restore("again", input().put("operation_id", DRILL).put("x", 1));
      assertThat(again.execution().status()).isEqualTo(ExecutionStatus.FAILED);
      assertThat(completed.state().orElseThrow().has("ttl")).isFalse();
    }
  }

  /** The first call of an operation is answered by an error that passes. */
  private record Refusing(String refused, AtomicBoolean once) implements Faults {
    @Override
    public void before(Caller caller, String service, String operation, SdkPojo request) {
      if (operation.equals(refused) && caller.function().equals("RestoreCluster")) {
        if (once.getAndSet(false)) {
          throw new AwsError("InternalFailure", 500, "down");
        }
      }
    }
  }

  private static Scene withoutEvents() {
    var scene = new Scene();
    scene.world().deliverEventsAfter();
    return scene;
  }

  private static void hours(Scene scene, int hours) {
    World world = scene.world();
    for (int i = 0; i < hours; i++) {
      world.runUntil(world.now().plus(Duration.ofHours(1)));
      world.reap();
    }
    world.runUntil(world.now().plus(Duration.ofMinutes(50)));
  }

  private static List<PublishedMessage> failures(Scene scene) {
    return scene.world().mail().stream()
        .filter(mail -> "FAILED".equals(mail.attributes().get("event")))
        .toList();
  }

  private static void assertToldOnce(Scene scene, Run run) {
    assertThat(failures(scene)).hasSize(1);
    assertThat(run.milestones()).containsOnlyOnce(Milestone.FAILED);
  }
}
