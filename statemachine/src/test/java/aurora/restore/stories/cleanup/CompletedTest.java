package aurora.restore.stories.cleanup;

import static aurora.restore.stories.Ending.assertFailed;
import static aurora.restore.stories.Ending.assertSucceeded;
import static aurora.restore.stories.Story.DRILL;
import static aurora.restore.stories.cleanup.Scene.CLUSTER;
import static aurora.restore.stories.cleanup.Scene.input;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.error.OperationInProgress;
import aurora.restore.error.VerificationFailed;
import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Faults;
import aurora.restore.simulation.rds.RdsKind;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** What was completed stays, whatever becomes of later executions; and who works has the claim. */
class CompletedTest {

  @ParameterizedTest
  @ValueSource(strings = {"CopySnapshot", "RestoreCluster", "WaitForInstance", "VerifyRestore"})
  void aSecondExecutionThatFailsCleansUpNothingOfWhatTheFirstCompleted(String broken) {
    try (var scene = new Scene()) {
      var first = scene.world().restore("first", cleaningUp());
      assertSucceeded(first);
      scene.breaks(broken);

      var second = scene.world().restore("second", cleaningUp());

      assertThat(second.execution().status()).isEqualTo(ExecutionStatus.FAILED);
      assertThat(scene.ours(RdsKind.CLUSTER)).containsExactly(CLUSTER);
      assertThat(scene.calls().deletions()).isEmpty();
      assertThat(scene.world().mail())
          .last()
          .satisfies(
              mail ->
                  assertThat(mail.body())
                      .contains("Nothing is cleaned up: the operation was completed at "));
    }
  }

  @Test
  void anAbortAfterTheOperationWasCompletedDeletesNothing() {
    try (var scene = new Scene()) {
      scene.breaks("Notify");
      var run = scene.stoppedAt("Notify Completed", input().put("on_failure", "clean_up"));

      assertThat(run.execution().status()).isIn(ExecutionStatus.ABORTED, ExecutionStatus.SUCCEEDED);
      assertThat(scene.ours(RdsKind.CLUSTER)).containsExactly(CLUSTER);
      assertThat(scene.calls().deletions()).isEmpty();
    }
  }

  @Test
  void aCleanUpThatIsAskedForForgetsTheCompletion() {
    try (var scene = new Scene()) {
      var run = scene.restored();
      assertThat(run.state().orElseThrow().has("completed_at")).isTrue();

      scene.assertCleanedUp(scene.cleanUp());

      assertThat(run.state().orElseThrow().has("completed_at")).isFalse();
      var again = scene.world().start("again", cleaningUp());
      scene.runUntil(again, (it, world) -> scene.ours(RdsKind.CLUSTER).contains(CLUSTER));
      scene.target().clusterEntersStatus(CLUSTER, "migration-failed");
      scene.world().run(again);
      scene.assertOnlyWhatWasThereBefore();
    }
  }

  @Test
  void theCleanUpOfAFailureIsToldWhichExecutionMadeWhatItDeletes() {
    try (var scene = new Scene()) {
      var run = scene.stoppedAt("Wait For Cluster", cleaningUp());

      assertThat(scene.world().engine().executions())
          .filteredOn(it -> it.machineArn().endsWith(":clean-up"))
          .singleElement()
          .satisfies(
              it ->
                  assertThat(it.input().path("made_by").asText()).isEqualTo(run.execution().arn()));
    }
  }

  @Test
  void aReportThatComesAfterTheRedriveCleansNothingUp() {
    try (var scene = new Scene()) {
      scene.world().deliverEventsAfter(Duration.ofMinutes(5));
      var mend = scene.breaks("CreateInstance");
      var run = scene.world().start(DRILL, cleaningUp());
      scene.runUntil(run, (it, world) -> false);
      mend.run();
      scene.world().redrive(run);

      scene.world().run(run);

      assertSucceeded(run);
      assertThat(scene.calls().deletions()).isEmpty();
      assertThat(scene.world().engine().executions())
          .as("not even a clean-up that is refused")
          .noneMatch(it -> it.machineArn().endsWith(":clean-up"));
      assertThat(run.state().orElseThrow().get("status").asText()).isEqualTo("SUCCEEDED");
    }
  }

  @Test
  void nothingIsToldToBeCompleteThatWasCleanedUp() {
    try (var scene = new Scene()) {
      var run = scene.stoppedAt("Record Completed", input());
      if (run.execution().status() == ExecutionStatus.SUCCEEDED) {
        return; // it was faster than the hand that stops it
      }
      scene.assertCleanedUp(scene.cleanUp());

      scene.world().run(scene.world().redrive(run));

      assertThat(run.execution().status()).isEqualTo(ExecutionStatus.FAILED);
    }
  }

  @Test
  void aRedriveAtTheLastMailFailsWhereTheClusterWasCleanedUp() {
    try (var scene = new Scene()) {
      var silent = new Silent();
      scene.world().callFaults().add(silent);
      var run = scene.stoppedAt("Notify Completed", input());
      assertThat(run.execution().status()).isEqualTo(ExecutionStatus.ABORTED);
      silent.isSilent = false;
      scene.assertCleanedUp(scene.cleanUp());

      scene.world().run(scene.world().redrive(run));

      assertFailed(run, VerificationFailed.class);
      assertThat(scene.world().mail())
          .noneSatisfy(mail -> assertThat(mail.subject()).contains("COMPLETED"));
    }
  }

  @Test
  void aRedriveAtTheLastMailSendsItWhereTheClusterIsThere() {
    try (var scene = new Scene()) {
      var silent = new Silent();
      scene.world().callFaults().add(silent);
      var run = scene.stoppedAt("Notify Completed", input());
      silent.isSilent = false;

      scene.world().run(scene.world().redrive(run));

      assertSucceeded(run);
      assertThat(run.state().orElseThrow().get("status").asText()).isEqualTo("SUCCEEDED");
      assertThat(scene.world().mail())
          .last()
          .satisfies(mail -> assertThat(mail.subject()).contains("COMPLETED"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "UpdateItem, TransactionConflictException",
    "PutItem, TransactionConflictException",
    "TransactWriteItems, TransactionInProgressException",
    "UpdateItem, ThrottlingException",
    "PutItem, ThrottlingException",
    "TransactWriteItems, ThrottlingException",
    "GetItem, ThrottlingException"
  })
  void aConflictWithAnotherTransactionIsWaitedFor(String operation, String code) {
    try (var scene = new Scene()) {
      scene.world().callFaults().add(new Refusing(operation, code, 400, 3));

      scene.restored();
    }
  }

  @Test
  void aRedrivenExecutionAtWorkKeepsItsOperation() {
    try (var scene = new Scene()) {
      var mend = scene.breaks("CreateInstance");
      var first = scene.world().restore("first", input().put("operation_id", DRILL));
      mend.run();
      scene
          .world()
          .callFaults()
          .add(new Refusing("CreateDBInstance", "InvalidDBClusterStateFault", 400, 4));
      scene.world().redrive(first);
      scene.world().runUntil(scene.world().now().plusSeconds(2));
      assertThat(first.state().orElseThrow().get("status").asText()).isEqualTo("RUNNING");

      var second = scene.world().start("second", input().put("operation_id", DRILL));
      scene.world().run(second);

      assertFailed(second, OperationInProgress.class);
      assertSucceeded(first);
    }
  }

  @Test
  void anExecutionRedrivenIntoAPauseKeepsItsOperation() {
    try (var scene = new Scene()) {
      var first = scene.stoppedAt("Pause For Cluster", input());
      scene.world().redrive(first);

      var second = scene.world().start("second", input().put("operation_id", DRILL));
      scene.runUntil(second, (it, world) -> false);

      assertFailed(second, OperationInProgress.class);
    }
  }

  private static ObjectNode cleaningUp() {
    return input().put("operation_id", DRILL).put("on_failure", "clean_up");
  }

  /** The topic takes no mail of a completion. */
  private static final class Silent implements Faults {
    private boolean isSilent = true;

    @Override
    public void before(Caller caller, String service, String operation, SdkPojo request) {
      if (isSilent && operation.equals("Publish") && request.toString().contains("COMPLETED")) {
        throw new AwsError("InternalFailure", 500, "down");
      }
    }
  }

  /** So many calls are refused. */
  private record Refusing(String refused, String code, int status, AtomicInteger left)
      implements Faults {
    Refusing(String refused, String code, int status, int times) {
      this(refused, code, status, new AtomicInteger(times));
    }

    @Override
    public void before(Caller caller, String service, String operation, SdkPojo request) {
      if (operation.equals(refused) && left.getAndDecrement() > 0) {
        throw new AwsError(code, status, "for now");
      }
    }
  }
}
