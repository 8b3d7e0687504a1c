package aurora.restore.simulation.rds;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The backup that RDS takes of a new cluster by itself: soon after the cluster is available it
 * shows {@code backing-up} for a while, and takes no instance meanwhile. What comes of it is an
 * automated snapshot (Amazon Aurora User Guide, Overview of backing up and restoring an Aurora DB
 * cluster).
 */
final class AutomatedBackup {
  private static final Duration AFTER_AVAILABLE = Duration.ofSeconds(30);

  private final RdsState cloud;

  AutomatedBackup(RdsState cloud) {
    this.cloud = cloud;
  }

  /**
   * @param timeline ends with {@code available}
   */
  Timeline after(Timeline timeline, Duration length) {
    return timeline.then(AFTER_AVAILABLE, "backing-up").then(length, Cluster.AVAILABLE);
  }

  /**
   * The snapshot is there from its beginning on.
   *
   * @param availableAt when the cluster is available for the first time
   */
  void of(Region region, Cluster cluster, Instant availableAt, Duration length) {
    var start = availableAt.plus(AFTER_AVAILABLE);
    var name = RegionSetUp.automatedSnapshotName(cluster.identifier, start);
    if (region.snapshots.has(name, cloud.now())) {
      return; // of a cluster of the same name, a minute ago
    }
    region.snapshots.add(
        new Snapshot(
            region.place,
            name,
            new Birth(name.hashCode(), start),
            cluster.copyTagsToSnapshot ? cluster.tags : Map.of(),
            Snapshot.Origin.AUTOMATED,
            ClusterDeletion.content(cluster),
            cluster.keyArn,
            null,
            start,
            Timeline.from(start, Snapshot.CREATING).then(length, Snapshot.AVAILABLE),
            new Snapshot.Transfer(start, length, 100)),
        cloud.now());
  }
}
