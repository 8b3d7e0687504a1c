package aurora.restore.cleanup;

import static aurora.restore.operation.ResourceKind.CLUSTER_SNAPSHOT;

import aurora.restore.edge.Boundary;
import aurora.restore.error.FinalSnapshotFailed;
import aurora.restore.error.ResourceNotOurs;
import aurora.restore.error.SnapshotQuotaExceeded;
import aurora.restore.operation.CleanUpPlan;
import aurora.restore.operation.OwnedResource;
import aurora.restore.rds.RdsLookup;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DbClusterNotFoundException;
import software.amazon.awssdk.services.rds.model.DbClusterSnapshotAlreadyExistsException;
import software.amazon.awssdk.services.rds.model.InvalidDbClusterStateException;
import software.amazon.awssdk.services.rds.model.SnapshotQuotaExceededException;

/**
 * The snapshot that is taken of a cluster before anything of it is deleted. A call of its own takes
 * it, not the cluster's deletion: by the time that a snapshot of a deletion fails, the cluster that
 * it was to save is gone.
 *
 * <p>No tags are sent, so that it has those alone that it inherits. Its name is none that the
 * pipeline mints, so no clean-up deletes it for them.
 */
record FinalSnapshot(RdsLookup rds, CleanUpPlan plan) {
  private static final String AVAILABLE = "available";
  private static final String FAILED = "failed";

  OwnedResource resource() {
    return new OwnedResource(CLUSTER_SNAPSHOT, plan.finalSnapshotId());
  }

  /**
   * Looks at the snapshot, and has it taken where there is none.
   *
   * @param clusters those that are to go: a plan with a final snapshot has one at most
   * @return what it still waits for; empty where the cluster may go
   */
  Optional<String> awaited(List<DBCluster> clusters) {
    return plan.finalSnapshotId() == null
        ? Optional.empty()
        : clusters.stream().findFirst().flatMap(this::awaited);
  }

  private Optional<String> awaited(DBCluster cluster) {
    var taken = rds.snapshot(plan.finalSnapshotId());
    return taken.isPresent()
        ? awaited(taken.get(), cluster)
        : Optional.of(take(cluster.dbClusterIdentifier()));
  }

  private Optional<String> awaited(DBClusterSnapshot taken, DBCluster cluster) {
    if (!Objects.equals(taken.dbClusterResourceId(), cluster.dbClusterResourceId())) {
      throw new ResourceNotOurs(
          "final " + resource(),
          "it exists already, and is one of cluster " + taken.dbClusterIdentifier(),
          "start the clean-up again with another final_snapshot_id");
    }
    return switch (taken.status()) {
      case AVAILABLE -> Optional.empty();
      case FAILED ->
          throw new FinalSnapshotFailed(
              "final " + resource(),
              "RDS could not take it: it is failed. The cluster and its instances are as they were",
              "delete it (aws rds delete-db-cluster-snapshot --region "
                  + plan.region()
                  + " --db-cluster-snapshot-identifier "
                  + plan.finalSnapshotId()
                  + "), then redrive the clean-up: it takes another");
      case String other -> Optional.of(other);
    };
  }

  private String take(String cluster) {
    try {
      rds.rds()
          .createDBClusterSnapshot(
              call ->
                  call.dbClusterIdentifier(cluster)
                      .dbClusterSnapshotIdentifier(plan.finalSnapshotId()));
      return "it is being taken";
    } catch (InvalidDbClusterStateException e) {
      return Boundary.said(e); // the cluster is busy: look again
    } catch (DbClusterNotFoundException e) {
      return Boundary.said(e); // gone since the look: the next one finds no cluster
    } catch (DbClusterSnapshotAlreadyExistsException e) {
      return Boundary.said(e); // an earlier try made it, or somebody else: the next look tells
    } catch (SnapshotQuotaExceededException e) {
      throw new SnapshotQuotaExceeded("final " + resource(), Boundary.said(e));
    }
  }
}
