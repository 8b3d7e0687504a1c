package aurora.restore.cleanup;

import aurora.restore.error.Finding;
import aurora.restore.error.PreflightFailed;
import aurora.restore.error.SnapshotQuotaExceeded;
import aurora.restore.operation.CleanUpPlan;
import aurora.restore.operation.OwnedResource;
import aurora.restore.operation.ResourceKind;
import aurora.restore.rds.RdsLookup;
import java.util.List;
import software.amazon.awssdk.services.rds.model.DBCluster;

/** Refuses a final snapshot that can't be taken, before anything is deleted. */
record FinalSnapshotChecks(RdsLookup rds, CleanUpPlan plan) {
  private static final String QUOTA = "ManualClusterSnapshots";

  /**
   * @param clusters those that are to go
   */
  void check(List<DBCluster> clusters) {
    if (plan.finalSnapshotId() == null || clusters.isEmpty()) {
      return;
    }
    if (clusters.size() > 1) {
      throw refusal(
          "the operation has " + clusters.size() + " clusters, and one name is given",
          "delete all but one of them yourself, or leave it out");
    }
    var last = new OwnedResource(ResourceKind.CLUSTER_SNAPSHOT, plan.finalSnapshotId());
    if (rds.snapshot(last.id()).isPresent()) {
      throw refusal(
          last + " exists in " + plan.region() + " already",
          "choose another name, or leave it out where that snapshot will do");
    }
    refuseWithoutQuota();
  }

  /** Quotas that RDS doesn't tell aren't checked here: Tear Down takes the snapshot first. */
  private void refuseWithoutQuota() {
    rds.rds().describeAccountAttributes(query -> {}).accountQuotas().stream()
        .filter(quota -> QUOTA.equals(quota.accountQuotaName()))
        .filter(quota -> quota.used() >= quota.max())
        .findFirst()
        .ifPresent(
            quota -> {
              throw new SnapshotQuotaExceeded(
                  "final snapshot " + plan.finalSnapshotId(),
                  "quota "
                      + QUOTA
                      + " of "
                      + plan.region()
                      + " has "
                      + quota.used()
                      + " of "
                      + quota.max()
                      + " used. Nothing was deleted");
            });
  }

  private static PreflightFailed refusal(String problem, String remedy) {
    return new PreflightFailed(
        List.of(new Finding(CleanUpKey.FINAL_SNAPSHOT_ID.key(), problem, remedy)));
  }
}
