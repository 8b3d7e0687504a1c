package aurora.restore.trial.act;

import aurora.restore.simulation.rds.Quota;
import aurora.restore.simulation.rds.RdsKind;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** What else is there before anything is restored, and isn't the operation's. */
public sealed interface Resident extends Part {
  /** Brings it about. */
  void settle(Scene scene);

  @Override
  default String kind() {
    return "resident " + Part.words(this);
  }

  /** A cluster of the target region, with an instance; both carry these tags. */
  record Cluster(String id, Map<String, String> tags) implements Resident {
    @Override
    public void settle(Scene scene) {
      var cluster = scene.target().cluster(id);
      new TreeMap<>(tags).forEach(cluster::tag);
      cluster.instance(id + "-1", "db.r6g.large", tags).exists();
    }
  }

  /**
   * A snapshot of the source cluster, of the source region.
   *
   * @param status which it shows for ever
   */
  record Snapshot(String id, int hoursOld, String status) implements Resident {
    @Override
    public void settle(Scene scene) {
      source(scene, id, hoursOld, status, Map.of());
    }
  }

  /**
   * More snapshots of the source cluster than fit on a page, all of them old; the quota was raised.
   */
  record ManySnapshots(int count) implements Resident {
    private static final int QUOTA = 500;

    @Override
    public void settle(Scene scene) {
      scene
          .world()
          .rds(scene.input().get("source_region").asText())
          .quota(Quota.MANUAL_CLUSTER_SNAPSHOTS, QUOTA);
      for (int number = 1; number <= count; number++) {
        source(scene, "old-%03d".formatted(number), 100 + number, "available", Map.of());
      }
    }
  }

  /** A newer snapshot of the source cluster that is a copy made by an earlier operation. */
  record EarlierCopy(String id, int hoursOld, Map<String, String> tags) implements Resident {
    @Override
    public void settle(Scene scene) {
      source(scene, id, hoursOld, "available", tags);
    }
  }

  /** A snapshot of the target region. */
  record SnapshotThere(String id, Map<String, String> tags) implements Resident {
    @Override
    public void settle(Scene scene) {
      var isThere =
          scene.world().resources().stream()
              .anyMatch(it -> it.kind() == RdsKind.CLUSTER_SNAPSHOT && it.identifier().equals(id));
      if (!isThere) {
        var snapshot = scene.target().snapshot(id).unencrypted();
        new TreeMap<>(tags).forEach(snapshot::tag);
        snapshot.exists();
      }
    }
  }

  private static void source(
      Scene scene, String id, int hoursOld, String status, Map<String, String> tags) {
    var region = scene.world().rds(scene.input().get("source_region").asText());
    var snapshot =
        region
            .snapshot(id)
            .of("orders")
            .createdAt(scene.world().now().minus(Duration.ofHours(hoursOld)))
            .unencrypted()
            .status(status);
    new TreeMap<>(tags).forEach(snapshot::tag);
    snapshot.exists();
  }
}
