package aurora.restore.stories.faults;

import static aurora.restore.stories.Ending.assertFailed;
import static aurora.restore.stories.Ending.assertSucceeded;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.edge.Json;
import aurora.restore.error.OperationInProgress;
import aurora.restore.error.SourceUnavailable;
import aurora.restore.fault.LooseFault;
import aurora.restore.simulation.rds.Course;
import aurora.restore.world.Run;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Each command that a mail has works as it is written, once what its remedy asks for is done. */
class PastedCommandsTest {
  private static final String SOURCE = "us-east-1";
  private static final String TARGET = "us-west-2";
  private static final String CLUSTER = "orders-drill-1";
  private static final String FINAL = "orders-last";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "copy-fails",
        "copy-stalls",
        "snapshot-quota-full",
        "key-disabled-late",
        "key-not-granted",
        "cluster-quota-full",
        "cluster-stalls",
        "no-cluster-capacity",
        "network-unusable",
        "refused",
        "instance-quota-full",
        "no-instance-capacity"
      })
  void theCommandOfAFailureGoesOnOnceItsCauseIsMended(String fault) {
    var input = fault.startsWith("key-") ? Inputs.encrypted() : Inputs.plain();
    try (var drill = Drill.of(input, fault)) {
      var run = drill.restore();
      assertThat(run.execution().status()).isEqualTo(ExecutionStatus.FAILED);
      drill.faults().forEach(LooseFault::mend);

      var on = follow(drill, input);

      assertSucceeded(on);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Disabled, us-west-2, alias/dr",
    "PendingDeletion, us-west-2, alias/dr",
    "PendingReplicaDeletion, us-west-2, alias/dr",
    "Disabled, us-east-1, 5ce0a1b2-0000-4000-8000-00000000abcd",
    "PendingDeletion, us-east-1, 5ce0a1b2-0000-4000-8000-00000000abcd"
  })
  void theCommandsForAKeysStateMakeItUsable(String state, String region, String key) {
    try (var drill = Drill.of(Inputs.encrypted())) {
      var kms = drill.world().kms();
      kms.find(drill.world().account(), region, key).orElseThrow().state(KeyState.fromValue(state));
      assertThat(drill.restore().execution().error()).endsWith("PreflightFailed");

      var again = follow(drill, Inputs.encrypted());

      assertSucceeded(again);
    }
  }

  @Test
  void aLostSourceIsFollowedByTheLatestThatIsThere() {
    var input = Inputs.plain().put("snapshot_id", "latest").put("source_cluster_id", "orders");
    try (var drill = Drill.of(input)) {
      var region = drill.world().rds(SOURCE);
      region
          .snapshot("orders-newest")
          .of("orders")
          .unencrypted()
          .createdAt(drill.world().now().minus(Duration.ofHours(1)))
          .exists();
      var run = drill.world().start(Drill.DRILL, input);
      runUntil(run, it -> !it.audit().isEmpty());
      region.withoutSnapshot("orders-newest");
      drill.world().run(run);
      assertFailed(run, SourceUnavailable.class);

      var again = follow(drill, input);

      assertSucceeded(again);
      assertThat(again.output().at("/snapshot/id").asText()).isNotEqualTo("orders-newest");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"instance-fails", "instance-capacity-lost"})
  void aBrokenInstanceIsDeletedAndMadeAnew(String fault) {
    try (var drill = Drill.of(Inputs.plain(), fault)) {
      assertThat(drill.restore().execution().error()).endsWith("InstanceFailed");
      drill.faults().forEach(LooseFault::mend);
      var again = follow(drill, Inputs.plain());

      assertSucceeded(again);
    }
  }

  @Test
  void aBrokenClusterThatIsCleanedUpIsRestoredAnew() {
    try (var drill = Drill.of(Inputs.plain(), "cluster-fails")) {
      assertThat(drill.restore().execution().error()).endsWith("ClusterFailed");
      drill.faults().forEach(LooseFault::mend);

      var again = follow(drill, Inputs.plain());

      assertSucceeded(again);
    }
  }

  @Test
  void aFinalSnapshotThatFailedIsDeletedAndTakenAgain() {
    assertCleanedUpByTheCommands(
        drill ->
            drill.world().durations().nextSnapshot(Course.endsIn("failed", Duration.ofMinutes(9))),
        it -> it.put("final_snapshot_id", FINAL),
        "FinalSnapshotFailed");
  }

  @Test
  void aStoppedClusterIsStartedAndCleanedUp() {
    assertCleanedUpByTheCommands(
        drill -> {
          drill
              .world()
              .console()
              .rds(TARGET)
              .stopDBCluster(call -> call.dbClusterIdentifier(CLUSTER));
          drill.world().runUntil(drill.world().now().plus(Duration.ofHours(1)));
        },
        it -> {},
        "ClusterStopped");
  }

  @Test
  void aProtectedClusterIsCleanedUp() {
    assertCleanedUpByTheCommands(
        drill ->
            drill
                .world()
                .console()
                .rds(TARGET)
                .modifyDBCluster(
                    call ->
                        call.dbClusterIdentifier(CLUSTER)
                            .deletionProtection(true)
                            .applyImmediately(true)),
        it -> {},
        "DeletionProtected");
  }

  @Test
  void aMemberOfAGlobalDatabaseIsTakenOutOfItAndCleanedUp() {
    assertCleanedUpByTheCommands(
        drill -> drill.world().rds(TARGET).ties(CLUSTER, it -> it.primaryOf("orders-global")),
        it -> {},
        "ClusterReplicated");
  }

  @Test
  void aRestoreAtWorkIsStoppedAndCleanedUp() {
    try (var drill = Drill.of(Inputs.plain())) {
      var run = drill.world().start(Drill.DRILL, Inputs.plain());
      runUntil(run, it -> !drill.tagged().isEmpty());
      var refused = drill.world().startCleanUp("clean-up-1", asked(it -> {}));
      runUntil(refused, it -> false);
      assertFailed(refused, OperationInProgress.class);
      runUntil(run, it -> drill.mail("FAILED").findAny().isPresent());

      new Shell(drill.world(), asked(it -> {})).follow(lastMail(drill));

      assertThat(run.execution().status()).isEqualTo(ExecutionStatus.ABORTED);
      assertThat(drill.tagged()).isEmpty();
      assertThat(run.state().orElseThrow().get("status").asText()).isEqualTo("CLEANED_UP");
    }
  }

  private static void assertCleanedUpByTheCommands(
      Consumer<Drill> hinder, Consumer<ObjectNode> ask, String error) {
    try (var drill = Drill.of(Inputs.plain())) {
      Honest.assertSucceeded(drill, drill.restore());
      hinder.accept(drill);
      var run = cleanUp(drill, ask);
      assertThat(run.execution().error()).as(run.errorMessage()).endsWith(error);

      follow(drill, asked(ask));

      assertThat(run.state().orElseThrow().get("status").asText()).isEqualTo("CLEANED_UP");
      assertThat(drill.tagged()).allMatch(it -> it.identifier().equals(FINAL));
    }
  }

  private static Run cleanUp(Drill drill, Consumer<ObjectNode> ask) {
    return drill.world().cleanUp("clean-up-1", asked(ask));
  }

  private static ObjectNode asked(Consumer<ObjectNode> ask) {
    var input = Json.MAPPER.createObjectNode().put("operation_id", Drill.DRILL);
    ask.accept(input);
    return input;
  }

  /**
   * Runs the commands of the latest failure's mail.
   *
   * @return the last execution that they set going
   */
  private static Run follow(Drill drill, ObjectNode mended) {
    return new Shell(drill.world(), mended).follow(lastMail(drill)).getLast();
  }

  private static String lastMail(Drill drill) {
    var body = drill.mail("FAILED").toList().getLast().body();
    return body.split("\nOr give it up", 2)[0];
  }

  private static void runUntil(Run run, Predicate<Run> condition) {
    while (run.execution().status() == ExecutionStatus.RUNNING && !condition.test(run)) {
      run.world().runNext();
    }
  }
}
