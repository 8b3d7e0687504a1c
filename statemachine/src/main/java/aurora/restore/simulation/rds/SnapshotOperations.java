package aurora.restore.simulation.rds;

import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Service;
import aurora.restore.simulation.strict.Members;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.model.CopyDbClusterSnapshotRequest;
import software.amazon.awssdk.services.rds.model.CopyDbClusterSnapshotResponse;
import software.amazon.awssdk.services.rds.model.DeleteDbClusterSnapshotRequest;
import software.amazon.awssdk.services.rds.model.DeleteDbClusterSnapshotResponse;

/** Copying and deleting cluster snapshots. */
final class SnapshotOperations {
  private static final Set<String> DELETABLE =
      Set.of(Snapshot.AVAILABLE, Snapshot.COPYING, Snapshot.FAILED);

  private final RdsState cloud;
  private final CopyRules rules;

  SnapshotOperations(RdsState cloud) {
    this.cloud = cloud;
    this.rules = new CopyRules(cloud);
  }

  void register(Service service) {
    service
        .on("CopyDBClusterSnapshot", CopyDbClusterSnapshotRequest::builder, this::copy)
        .on("DeleteDBClusterSnapshot", DeleteDbClusterSnapshotRequest::builder, this::delete);
  }

  private CopyDbClusterSnapshotResponse copy(Caller caller, CopyDbClusterSnapshotRequest request) {
    var region = cloud.region(caller);
    var accepted = rules.accept(region, request);
    var now = cloud.now();
    var source = accepted.source();
    var drawn = cloud.durations.copy(source.content.sizeGib(), cloud.random);
    var course = CopyCourse.of(drawn.course(), now, start(source, drawn.queue()));
    var copy =
        new Snapshot(
            region.place,
            accepted.targetIdentifier(),
            cloud.birth(),
            accepted.tags(),
            Snapshot.Origin.MANUAL,
            source.content,
            accepted.keyArn(),
            source.arn(),
            now,
            course.timeline(),
            course.transfer());
    region.snapshots.add(copy, now);
    return CopyDbClusterSnapshotResponse.builder()
        .dbClusterSnapshot(copy.view(now, caller.account()))
        .build();
  }

  /** Copies of one source run one after the other; one that never ends holds up none. */
  private Instant start(Snapshot source, Duration queue) {
    var now = cloud.now();
    var free =
        copiesOf(cloud, source)
            .map(Snapshot::availableAt)
            .filter(Objects::nonNull)
            .max(Instant::compareTo)
            .orElse(now);
    return free.plus(queue);
  }

  private DeleteDbClusterSnapshotResponse delete(
      Caller caller, DeleteDbClusterSnapshotRequest request) {
    Members.of(request)
        .modelled(Set.of("DBClusterSnapshotIdentifier"))
        .required("DBClusterSnapshotIdentifier");
    var now = cloud.now();
    var place = cloud.region(caller).place;
    var snapshot = new SnapshotLookup(cloud).require(place, request.dbClusterSnapshotIdentifier());
    if (!snapshot.place.equals(place)) {
      throw Refusal.notFound(RdsKind.CLUSTER_SNAPSHOT, request.dbClusterSnapshotIdentifier());
    }
    requireDeletable(snapshot, now);
    var view = snapshot.view(now, caller.account());
    // The copies of a source that goes away fail, unless they have ended.
    copiesOf(cloud, snapshot).forEach(copy -> copy.fails(now));
    snapshot.deletes(now, now.plus(cloud.durations.deleteSnapshot(cloud.random)));
    return DeleteDbClusterSnapshotResponse.builder().dbClusterSnapshot(view).build();
  }

  private static void requireDeletable(Snapshot snapshot, Instant now) {
    switch (snapshot.origin) {
      case AUTOMATED -> throw Refusal.snapshotState("Only manual snapshots may be deleted.");
      case AWS_BACKUP ->
          throw Refusal.snapshotState(
              "%s is managed by AWS Backup and can be deleted only there."
                  .formatted(snapshot.identifier));
      case MANUAL -> {
        if (!DELETABLE.contains(snapshot.status(now))) {
          throw Refusal.snapshotState(
              "Cannot delete the snapshot %s because it is currently in the %s state."
                  .formatted(snapshot.identifier, snapshot.status(now)));
        }
      }
    }
  }

  /** The copies of a snapshot that are in progress, wherever they are. */
  static Stream<Snapshot> copiesOf(RdsState cloud, Snapshot source) {
    var now = cloud.now();
    return cloud
        .regions()
        .flatMap(region -> region.snapshots.live(now))
        .filter(copy -> source.arn().equals(copy.sourceArn) && copy.isCopying(now));
  }
}
