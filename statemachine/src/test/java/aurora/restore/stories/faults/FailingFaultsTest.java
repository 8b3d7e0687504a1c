package aurora.restore.stories.faults;

import static aurora.restore.stories.Ending.assertFailed;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.error.ChecksNotMade;
import aurora.restore.error.ClusterFailed;
import aurora.restore.error.CopyDeadlineExceeded;
import aurora.restore.error.CopyFailed;
import aurora.restore.error.InstanceDeadlineExceeded;
import aurora.restore.error.InstanceFailed;
import aurora.restore.error.InsufficientCapacity;
import aurora.restore.error.KmsKeyUnusable;
import aurora.restore.error.NetworkUnusable;
import aurora.restore.error.OperatorError;
import aurora.restore.error.PreflightFailed;
import aurora.restore.error.QuotaExceeded;
import aurora.restore.error.RefusedByAws;
import aurora.restore.error.ResourceNotOurs;
import aurora.restore.error.RestoreDeadlineExceeded;
import aurora.restore.error.SnapshotQuotaExceeded;
import aurora.restore.error.SourceUnavailable;
import aurora.restore.error.VerificationFailed;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Faults that end a restore: where, why, by when, and whether a redrive goes on from there. */
class FailingFaultsTest {
  private static final Duration AT_ONCE = Duration.ofMinutes(1);
  private static final Duration A_COPY = Duration.ofHours(3);
  private static final Duration A_CLUSTER = A_COPY.plusHours(1);

  /** By EventsTest, AccessDeniedTest, the stories of clean-ups and of two executions at once. */
  private static final Set<String> TOLD_ELSEWHERE =
      Set.of(
          "AccessDenied",
          "CleanUpDeadlineExceeded",
          "CleanUpIncomplete",
          "ClusterReplicated",
          "ClusterStopped",
          "DeletionProtected",
          "FinalSnapshotFailed",
          "InvalidRequest",
          "OperationInProgress",
          "OperationUnknown",
          "RegionNotEnabled",
          "TransientFailure");

  /**
   * @param latest by when the execution has ended
   * @param mendable whether a redrive succeeds once the cause is gone
   */
  record Bad(
      String fault,
      Supplier<ObjectNode> input,
      Class<? extends OperatorError> error,
      String state,
      Duration latest,
      boolean mendable) {
    @Override
    public String toString() {
      return fault;
    }
  }

  static Stream<Bad> bad() {
    return Stream.of(
        plain("copy-fails", CopyFailed.class, "Wait For Copy", A_COPY, true),
        plain(
            "copy-stalls",
            CopyDeadlineExceeded.class,
            "Wait For Copy",
            Duration.ofHours(24).plusMinutes(1),
            true),
        plain("snapshot-quota-full", SnapshotQuotaExceeded.class, "Copy Snapshot", AT_ONCE, true),
        encrypted("key-disabled", PreflightFailed.class, "Plan Restore", AT_ONCE, true),
        encrypted("key-disabled-late", KmsKeyUnusable.class, "Copy Snapshot", AT_ONCE, true),
        encrypted("key-not-granted", KmsKeyUnusable.class, "Copy Snapshot", AT_ONCE, true),
        encrypted(
            "key-disabled-during-restore",
            ClusterFailed.class,
            "Wait For Cluster",
            A_COPY.plusMinutes(1),
            false),
        plain("cluster-fails", ClusterFailed.class, "Wait For Cluster", A_CLUSTER, false),
        plain(
            "cluster-fails=upgrade-failed",
            ClusterFailed.class,
            "Wait For Cluster",
            A_CLUSTER,
            false),
        plain(
            "cluster-stalls",
            RestoreDeadlineExceeded.class,
            "Wait For Cluster",
            A_COPY.plusHours(6).plusMinutes(1),
            true),
        plain("cluster-name-taken", ResourceNotOurs.class, "Restore Cluster", A_COPY, true),
        plain("cluster-quota-full", QuotaExceeded.class, "Restore Cluster", A_COPY, true),
        plain("no-cluster-capacity", InsufficientCapacity.class, "Restore Cluster", A_COPY, true),
        plain("network-unusable", NetworkUnusable.class, "Restore Cluster", A_COPY, true),
        plain("refused", RefusedByAws.class, "Restore Cluster", A_COPY, true),
        plain("instance-fails", InstanceFailed.class, "Wait For Instance", A_CLUSTER, false),
        plain(
            "instance-stalls",
            InstanceDeadlineExceeded.class,
            "Wait For Instance",
            A_CLUSTER.plusHours(2).plusMinutes(1),
            true),
        plain(
            "no-instance-capacity", InsufficientCapacity.class, "Create Instance", A_CLUSTER, true),
        plain(
            "instance-capacity-lost", InstanceFailed.class, "Wait For Instance", A_CLUSTER, false),
        plain("instance-quota-full", QuotaExceeded.class, "Create Instance", A_CLUSTER, true),
        plain("cluster-stopped", VerificationFailed.class, "Verify Restore", A_CLUSTER, true),
        checked("rows-missing", VerificationFailed.class),
        checked("check-login-refused", ChecksNotMade.class));
  }

  private static Bad plain(
      String fault,
      Class<? extends OperatorError> error,
      String state,
      Duration latest,
      boolean mendable) {
    return new Bad(fault, Inputs::plain, error, state, latest, mendable);
  }

  private static Bad encrypted(
      String fault,
      Class<? extends OperatorError> error,
      String state,
      Duration latest,
      boolean mendable) {
    return new Bad(fault, Inputs::encrypted, error, state, latest, mendable);
  }

  private static Bad checked(String fault, Class<? extends OperatorError> error) {
    return new Bad(fault, Inputs::checked, error, "Run Checks", A_CLUSTER, true);
  }

  @ParameterizedTest
  @MethodSource("bad")
  void faultEndsTheRestoreWhereItMustAndARedriveGoesOnIfItCan(Bad bad) {
    try (var drill = Drill.of(bad.input().get(), bad.fault())) {
      var run = drill.restore();

      assertThat(run.execution().status()).isEqualTo(ExecutionStatus.FAILED);
      assertThat(run.execution().error())
          .as(() -> run.execution().cause())
          .isEqualTo(bad.error().getName());
      assertThat(run.execution().failedState()).isEqualTo(bad.state());
      assertThat(Drill.length(run)).isLessThanOrEqualTo(bad.latest());
      assertThat(drill.faults()).allMatch(it -> it.strikes() > 0, "came to pass");
      Honest.assertFailed(drill, run, 1);
      assertThat(drill.touched()).isEmpty();
      var mail = drill.mail("FAILED").findFirst().orElseThrow().body();
      assertThat(mail).contains("Error:     " + bad.error().getSimpleName());
      if (!bad.mendable()) {
        assertThat(mail)
            .as("what a redrive can't mend is started again")
            .contains("start-execution")
            .doesNotContain("redrive-execution");
      }

      drill.redrive(run);

      assertThat(run.execution().redriveCount()).isEqualTo(1);
      if (bad.mendable()) {
        Honest.assertSucceeded(drill, run);
        assertThat(drill.mail("COMPLETED")).hasSize(1);
      } else {
        assertThat(run.execution().error()).isEqualTo(bad.error().getName());
        assertThat(run.execution().failedState()).isEqualTo(bad.state());
        Honest.assertFailed(drill, run, 2);
      }
      assertThat(drill.touched()).isEmpty();
    }
  }

  @Test
  void sourceThatIsDeletedWhileItIsCopiedIsToldAsSuchByARedrive() {
    try (var drill = Drill.of(Inputs.plain(), "source-deleted")) {
      var run = drill.restore();
      assertFailed(run, CopyFailed.class);
      Honest.assertFailed(drill, run, 1);

      drill.redrive(run);

      assertFailed(run, SourceUnavailable.class);
      assertThat(run.execution().failedState()).isEqualTo("Copy Snapshot");
      Honest.assertFailed(drill, run, 2);
      assertThat(drill.mail("FAILED").toList().getLast().body())
          .contains("Error:     SourceUnavailable", "start-execution")
          .doesNotContain("redrive-execution");
    }
  }

  /** A new error class without a story is a failure that nobody has seen. */
  @Test
  void everyErrorHasItsStory() {
    var errors =
        new ClassFileImporter()
            .importPackagesOf(OperatorError.class).stream()
                .filter(it -> it.isAssignableTo(OperatorError.class))
                .map(JavaClass::getSimpleName)
                .filter(name -> !name.equals(OperatorError.class.getSimpleName()));
    var told = new TreeSet<>(TOLD_ELSEWHERE);
    bad().forEach(bad -> told.add(bad.error().getSimpleName()));
    told.add(SourceUnavailable.class.getSimpleName());
    assertThat(errors).containsExactlyInAnyOrderElementsOf(told);
  }
}
