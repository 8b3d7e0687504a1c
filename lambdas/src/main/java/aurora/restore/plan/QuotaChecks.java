package aurora.restore.plan;

import static aurora.restore.plan.InputKey.INSTANCE_COUNT;
import static aurora.restore.plan.InputKey.TARGET_REGION;

import java.util.List;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.AccountQuota;

/** Room in the target region for what is to be made (RDS API Reference, AccountQuota). */
final class QuotaChecks {
  private final RdsClient rds;
  private final RestoreRequest request;
  private final PreflightFindings findings;

  /**
   * @param rds of the target region
   */
  QuotaChecks(RdsClient rds, RestoreRequest request, PreflightFindings findings) {
    this.rds = rds;
    this.request = request;
    this.findings = findings;
  }

  void check(ToMake toMake) {
    findings
        .unlessDenied(
            "quotas weren't checked",
            () -> rds.describeAccountAttributes(query -> {}).accountQuotas())
        .ifPresent(quotas -> check(quotas, toMake));
  }

  private void check(List<AccountQuota> quotas, ToMake toMake) {
    var region = TARGET_REGION;
    room(quotas, "ManualClusterSnapshots", toMake.copies(), region, "manual cluster snapshots");
    room(quotas, "DBSubnetGroups", toMake.subnetGroups(), region, "DB subnet groups");
    room(quotas, "DBClusters", toMake.clusters(), region, "DB clusters");
    room(quotas, "DBInstances", toMake.instances(), INSTANCE_COUNT, "DB instances");
  }

  /**
   * @param name as AWS gives it
   */
  private void room(
      List<AccountQuota> quotas, String name, int needed, InputKey key, String things) {
    if (needed == 0) {
      return;
    }
    var told = quotas.stream().filter(it -> name.equals(it.accountQuotaName())).findFirst();
    if (told.isEmpty()) {
      findings.warn("RDS didn't tell quota " + name + ": it wasn't checked");
      return;
    }
    var quota = told.get();
    if (quota.max() == null || quota.used() == null) {
      findings.warn("RDS didn't tell the room of quota " + name + ": it wasn't checked");
      return;
    }
    if (quota.max() - quota.used() < needed) {
      findings.stop(
          key,
          "quota "
              + name
              + " of "
              + request.targetRegion()
              + " has "
              + quota.used()
              + " of "
              + quota.max()
              + " used, and "
              + needed
              + " more "
              + (needed == 1 ? "is" : "are")
              + " needed",
          "delete "
              + things
              + " that aren't needed or have the quota raised"
              + (key == INSTANCE_COUNT && request.instances().count() > 1
                  ? ", or lower " + INSTANCE_COUNT.key()
                  : ""));
    }
  }
}
