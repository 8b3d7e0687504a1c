package aurora.restore.cleanup;

import aurora.restore.error.ClusterStopped;
import aurora.restore.error.DeletionProtected;
import aurora.restore.error.FinalSnapshotFailed;
import aurora.restore.error.ResourceNotOurs;
import aurora.restore.operation.CleanUpPlan;
import aurora.restore.operation.ClusterStatus;
import aurora.restore.operation.OwnedResource;
import aurora.restore.operation.Ownership;
import aurora.restore.operation.ResourceKind;
import aurora.restore.rds.ResourceLookup;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterMember;

/**
 * What keeps a cluster from being deleted for good. Looked for before anything is deleted, and
 * again at each pass, since it may come up meanwhile.
 */
record Obstacles(ResourceLookup looks, CleanUpPlan plan) {
  private static final String STOPPED = "stopped";

  /** Throws where a cluster can't be deleted with all that is in it. */
  void refuse(DBCluster cluster) {
    var id = cluster.dbClusterIdentifier();
    cluster.dbClusterMembers().stream()
        .map(DBClusterMember::dbInstanceIdentifier)
        .forEach(member -> refuseForeign(member, id));
    new Replication(cluster, plan.region()).refuse();
    if (Boolean.TRUE.equals(cluster.deletionProtection()) && !plan.disableDeletionProtection()) {
      throw new DeletionProtected("cluster " + id, "it is protected from deletion");
    }
    if (plan.finalSnapshotId() != null
        && ClusterStatus.isBroken(cluster.status())
        && !STOPPED.equals(cluster.status())) {
      throw new FinalSnapshotFailed(
          "final snapshot " + plan.finalSnapshotId(),
          "cluster " + id + " is " + cluster.status() + ", and RDS takes no snapshot of it",
          "mend the cluster, then redrive; or start the clean-up again without"
              + " final_snapshot_id");
    }
    if (STOPPED.equals(cluster.status())) {
      throw new ClusterStopped(
          "cluster " + id,
          "it is stopped, and RDS deletes no stopped cluster",
          "start it (aws rds start-db-cluster --region "
              + plan.region()
              + " --db-cluster-identifier "
              + id
              + "), wait until it is available, then redrive");
    }
  }

  /** RDS deletes no cluster with an instance in it, and the instance isn't ours to delete. */
  private void refuseForeign(String member, String cluster) {
    var instance = new OwnedResource(ResourceKind.INSTANCE, member);
    looks
        .at(instance)
        .filter(found -> !(found.isOf(plan.operationId()) && plan.named().contains(instance)))
        .ifPresent(
            found -> {
              throw new ResourceNotOurs(
                  instance + " in cluster " + cluster,
                  found.isOf(plan.operationId())
                      ? "the operation has no instance of this name"
                      : Ownership.inWords(found.tags()),
                  "delete it if it is yours to delete, then redrive the clean-up");
            });
  }
}
