package aurora.restore.operation;

import static java.util.stream.Collectors.toCollection;

import java.util.TreeSet;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.VpcSecurityGroupMembership;

/**
 * Whether what has a planned name was made from what the plan says: the same for the preflight, and
 * for the step that adopts what exists.
 */
public final class SameSource {
  private SameSource() {}

  /**
   * @param subject what it is, e.g. {@code cluster orders-dr}
   * @throws aurora.restore.error.ResourceNotOurs where it is another operation's
   */
  public static Adoption of(RestorePlan plan, String subject, DBClusterSnapshot copy) {
    return Adoption.of(plan, subject, copy.tagList())
        .same("copied snapshot", plan.snapshot().arn(), copy.sourceDBClusterSnapshotArn())
        .sameKey(plan.copy().kmsKeyId(), copy.kmsKeyId());
  }

  /**
   * @param subject what it is, e.g. {@code cluster orders-dr}
   * @throws aurora.restore.error.ResourceNotOurs where it is another operation's
   */
  public static Adoption of(RestorePlan plan, String subject, DBCluster cluster) {
    var planned = plan.cluster();
    return Adoption.of(plan, subject, cluster.tagList())
        .same("engine", planned.engine(), cluster.engine())
        .same("engine version", version(plan, cluster), cluster.engineVersion())
        .sameKey(planned.kmsKeyId(), cluster.kmsKeyId())
        .same("subnet group", planned.subnetGroup(), cluster.dbSubnetGroup())
        .same(
            "security groups",
            new TreeSet<>(planned.securityGroupIds()),
            cluster.vpcSecurityGroups().stream()
                .map(VpcSecurityGroupMembership::vpcSecurityGroupId)
                .collect(toCollection(TreeSet::new)));
  }

  /**
   * An upgrade that is under way shows the snapshot's version or the planned one: the former is
   * compared when the upgrade has come to rest.
   */
  private static String version(RestorePlan plan, DBCluster cluster) {
    var isUpgrading =
        !ClusterStatus.READY.equals(cluster.status())
            && plan.snapshot().engineVersion().equals(cluster.engineVersion());
    return isUpgrading ? null : plan.cluster().engineVersion();
  }
}
