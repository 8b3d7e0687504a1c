package aurora.restore.cluster;

import static java.util.stream.Collectors.toCollection;

import aurora.restore.operation.Adoption;
import aurora.restore.operation.ClusterStatus;
import aurora.restore.operation.RestorePlan;
import java.util.TreeSet;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.VpcSecurityGroupMembership;

/** Whether a cluster of the planned name was made from what the plan says. */
final class OwnCluster {
  private OwnCluster() {}

  /**
   * @throws aurora.restore.error.ResourceNotOurs where it is another operation's, or was made from
   *     another snapshot or into another network
   */
  static void requireSameSource(RestorePlan plan, DBCluster found) {
    var planned = plan.cluster();
    Adoption.of(plan, ClusterProgress.subject(plan), found.tagList())
        .same("engine", planned.engine(), found.engine())
        .same("engine version", version(plan, found), found.engineVersion())
        .sameKey(planned.kmsKeyId(), found.kmsKeyId())
        .same("subnet group", planned.subnetGroup(), found.dbSubnetGroup())
        .same(
            "security groups",
            new TreeSet<>(planned.securityGroupIds()),
            found.vpcSecurityGroups().stream()
                .map(VpcSecurityGroupMembership::vpcSecurityGroupId)
                .collect(toCollection(TreeSet::new)))
        .orRefuse();
  }

  /** An upgrade that is under way shows either version: it is compared when it has come to rest. */
  private static String version(RestorePlan plan, DBCluster found) {
    var isUpgrading =
        !ClusterStatus.READY.equals(found.status())
            && plan.snapshot().engineVersion().equals(found.engineVersion());
    return isUpgrading ? found.engineVersion() : plan.cluster().engineVersion();
  }
}
