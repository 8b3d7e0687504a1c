package aurora.restore.fault;

import aurora.restore.simulation.rds.Course;
import aurora.restore.simulation.rds.Quota;
import aurora.restore.simulation.rds.RdsKind;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** What goes wrong with the source snapshot and its copy. */
final class CopyFaults {
  private static final String COPY_SNAPSHOT = "Copy Snapshot";
  private static final String WAIT_FOR_COPY = "Wait For Copy";
  private static final String AVAILABLE = "available";

  /** Copies in progress that RDS allows in a region (Aurora User Guide, "Copying a snapshot"). */
  private static final int COPY_SLOTS = 5;

  private static final Duration SLOTS_TAKEN_FOR = Duration.ofHours(2);

  private CopyFaults() {}

  static List<Fault> all() {
    return List.of(
        Fault.of(
            "copy-fails",
            "The copy goes well for some minutes, then ends in the status failed.",
            (stage, none) -> fails(stage)),
        Fault.of(
            "copy-stalls",
            "The copy stands still at 37 percent and never ends.",
            (stage, none) -> stalls(stage)),
        Fault.of(
            "copy-slots-full",
            "Five other copies are in progress in the target region, for two hours.",
            (stage, none) -> slotsFull(stage)),
        Fault.of(
            "snapshot-quota-full",
            "The target region holds as many manual snapshots as its quota allows.",
            (stage, none) -> quotaFull(stage)),
        Fault.of(
            "source-deleted",
            "Somebody deletes the source snapshot while it is being copied.",
            (stage, none) -> sourceDeleted(stage)));
  }

  private static Runnable fails(Stage stage) {
    stage.onEntering(
        COPY_SNAPSHOT,
        () -> stage.world().durations().nextCopy(Course.endsIn("failed", Duration.ofMinutes(12))));
    return () -> {}; // a copy that failed stays so; the next one goes well
  }

  private static Runnable stalls(Stage stage) {
    stage.onEntering(COPY_SNAPSHOT, () -> stage.world().durations().nextCopy(Course.stalls(37)));
    return () -> finish(stage);
  }

  /** The copy of the plan, if there is one, is done. */
  static void finish(Stage stage) {
    if (stage.strikes() > 0 && stage.plan().copyNeeded()) {
      var copy = stage.plan().copy().id();
      if (stage.exists(RdsKind.CLUSTER_SNAPSHOT, copy)) {
        stage.target().snapshotEntersStatus(copy, AVAILABLE);
      }
    }
  }

  private static Runnable slotsFull(Stage stage) {
    var others =
        IntStream.rangeClosed(1, COPY_SLOTS).mapToObj(number -> "others-copy-" + number).toList();
    Runnable free =
        () ->
            others.stream()
                .filter(copy -> stage.exists(RdsKind.CLUSTER_SNAPSHOT, copy))
                .forEach(copy -> stage.target().snapshotEntersStatus(copy, AVAILABLE));
    stage.onEntering(
        COPY_SNAPSHOT,
        () -> {
          others.forEach(copy -> stage.target().snapshot(copy).status("copying").exists());
          stage.world().after(SLOTS_TAKEN_FOR, free);
        });
    return free;
  }

  private static Runnable quotaFull(Stage stage) {
    stage.onEntering(COPY_SNAPSHOT, () -> stage.target().used(Quota.MANUAL_CLUSTER_SNAPSHOTS, 100));
    return () -> {
      if (stage.strikes() > 0) {
        stage.target().used(Quota.MANUAL_CLUSTER_SNAPSHOTS, 0);
      }
    };
  }

  private static Runnable sourceDeleted(Stage stage) {
    stage.onEntering(
        WAIT_FOR_COPY,
        () -> {
          var source = stage.plan().snapshot();
          stage
              .world()
              .rds(source.account(), stage.plan().sourceRegion())
              .withoutSnapshot(source.id());
        });
    return () -> {}; // what is deleted doesn't come back
  }
}
