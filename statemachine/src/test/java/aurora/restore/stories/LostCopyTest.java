package aurora.restore.stories;

import static aurora.restore.operation.Milestone.CLUSTER_RESTORED;
import static aurora.restore.operation.Milestone.COMPLETED;
import static aurora.restore.operation.Milestone.INSTANCES_READY;
import static aurora.restore.operation.Milestone.SNAPSHOT_COPIED;
import static aurora.restore.operation.Milestone.STARTED;
import static aurora.restore.stories.Ending.assertFailed;
import static aurora.restore.stories.Ending.assertOnlyPlanned;
import static aurora.restore.stories.Ending.assertRestored;
import static aurora.restore.stories.Ending.assertSucceeded;
import static aurora.restore.stories.RunbookInput.CLUSTER;
import static aurora.restore.stories.RunbookInput.SNAPSHOT;
import static aurora.restore.stories.RunbookInput.SOURCE;
import static aurora.restore.stories.RunbookInput.SOURCE_KEY;
import static aurora.restore.stories.RunbookInput.TARGET;
import static aurora.restore.stories.RunbookInput.TARGET_KEY;
import static aurora.restore.stories.RunbookInput.input;
import static aurora.restore.stories.RunbookInput.sameRegion;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.error.CopyFailed;
import aurora.restore.error.SourceUnavailable;
import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Faults;
import aurora.restore.simulation.rds.Course;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.CopyDbClusterSnapshotRequest;

/** A copy that fails or is lost: why, and how the restore goes on. */
class LostCopyTest {
  private static final String COPY = "aurora-restore-drill-1";

  @Test
  void copyThatIsDeletedBeforeTheClusterIsRestoredIsMadeAgain() {
    try (var story = Story.of(input())) {
      Cue.onEntering(story.world(), "Restore Cluster", () -> story.target().withoutSnapshot(COPY));
      var run = story.restore(input());
      assertSucceeded(
          story,
          run,
          STARTED,
          SNAPSHOT_COPIED,
          SNAPSHOT_COPIED,
          CLUSTER_RESTORED,
          INSTANCES_READY,
          COMPLETED);
      assertOnlyPlanned(story, run);
      assertThat(story.calls().of(CopyDbClusterSnapshotRequest.class)).hasSize(2);
    }
  }

  @Test
  void copyThatIsBeingDeletedIsMadeAgainOnceItIsGone() {
    try (var story = Story.of(input())) {
      Cue.onEntering(
          story.world(),
          "Restore Cluster",
          () -> {
            story.target().snapshotEntersStatus(COPY, "deleting");
            story.world().after(Duration.ofMinutes(3), () -> story.target().withoutSnapshot(COPY));
          });
      var run = story.restore(input());
      assertThat(run.execution().failedState()).as(run.errorMessage()).isNull();
      assertOnlyPlanned(story, run);
    }
  }

  @Test
  void copyThatIsDeletedAgainAndAgainIsGivenUpAndRedrivenWhenNobodyDeletesItAnyMore() {
    try (var story = Story.of(input())) {
      Cue.onEntering(
          story.world(),
          "Restore Cluster",
          times -> times <= 3,
          () -> story.target().withoutSnapshot(COPY));
      var run = story.restore(input());
      assertFailed(
              story,
              run,
              CopyFailed.class,
              "Restore Cluster",
              STARTED,
              SNAPSHOT_COPIED,
              SNAPSHOT_COPIED,
              SNAPSHOT_COPIED)
          .contains("made 3 times");
      story.world().run(story.world().redrive(run));
      assertThat(run.execution().failedState()).as(run.errorMessage()).isNull();
      assertOnlyPlanned(story, run);
    }
  }

  @Test
  void snapshotThatWasToBeRestoredAsItIsAndIsDeletedIsMissed() {
    try (var story = Story.of(sameRegion())) {
      Cue.onEntering(
          story.world(), "Restore Cluster", () -> story.source().withoutSnapshot(SNAPSHOT));
      var run = story.restore(sameRegion());
      assertThat(run.execution().failedState()).isEqualTo("Restore Cluster");
      assertFailed(run, SourceUnavailable.class);
      assertThat(run.errorMessage()).contains("snapshot " + SNAPSHOT);
    }
  }

  @Test
  void failedCopyIsToldWithWhatIsKnownOfItsCause() {
    var input = input().with("kms_key_id", TARGET_KEY);
    try (var story = Story.withoutSource(input)) {
      story.source().snapshot(SNAPSHOT).of(CLUSTER).encryptedWith(SOURCE_KEY).exists();
      story.world().durations().nextCopy(Course.endsIn("failed", Duration.ofMinutes(20)));
      Cue.onEntering(
          story.world(),
          "Pause For Copy",
          () -> story.target().snapshotEvent(COPY, "The copy was interrupted."));
      var run = story.restore(input);
      assertFailed(story, run, CopyFailed.class, "Wait For Copy", STARTED)
          .contains(
              "it is failed",
              "source snapshot " + SNAPSHOT + ": is available",
              "key " + SOURCE_KEY + " in " + SOURCE + ": is Enabled",
              "key " + TARGET_KEY + " in " + TARGET + ": is Enabled",
              "events of RDS: The copy was interrupted.");
    }
  }

  @Test
  void sourceThatIsDeletedDuringItsCopyIsTheCauseThatIsTold() {
    try (var story = Story.of(input())) {
      Cue.onEntering(
          story.world(), "Pause For Copy", () -> story.source().withoutSnapshot(SNAPSHOT));
      var run = story.restore(input());
      assertFailed(run, CopyFailed.class);
      assertThat(run.errorMessage())
          .contains("source snapshot " + SNAPSHOT + ": doesn't exist any more");
    }
  }

  @Test
  void lookForTheCauseThatIsDeniedIsToldAndTheCopyHasFailedAllTheSame() {
    try (var story = Story.of(input())) {
      story.world().durations().nextCopy(Course.endsIn("failed", Duration.ofMinutes(20)));
      story.world().callFaults().add(denied("DescribeEvents"));
      var run = story.restore(input());
      assertFailed(story, run, CopyFailed.class, "Wait For Copy", STARTED)
          .contains("it is failed", "events of RDS: couldn't be looked up, AccessDenied");
    }
  }

  /** RDS shows hundred percent for some time before a copy is available. */
  @Test
  void copyAtHundredPercentIsNotReadyYet() {
    try (var story = Story.of(input())) {
      // What stalls has come so far after half an hour.
      story.world().durations().everyCopy(Course.stalls(100));
      var available = Duration.ofMinutes(50);
      Cue.onEntering(
          story.world(),
          "Pause For Copy",
          () ->
              story
                  .world()
                  .after(available, () -> story.target().snapshotEntersStatus(COPY, "available")));
      var run = story.restore(input());
      assertRestored(story, run); // copied once, and not before it was available
      assertThat(run.output().at("/seconds/copy").asLong()).isGreaterThan(available.toSeconds());
    }
  }

  private static Faults denied(String refused) {
    return Faults.before(
        (caller, service, operation, request) -> {
          if (operation.equals(refused)) {
            throw AwsError.denial(service, "not authorized to perform: rds:" + refused);
          }
        });
  }
}
