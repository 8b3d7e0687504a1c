package aurora.restore.plan;

import static java.util.stream.Collectors.toCollection;

import aurora.restore.operation.Adoption;
import aurora.restore.operation.ClusterStatus;
import aurora.restore.operation.Ownership;
import aurora.restore.operation.RestorePlan;
import java.util.List;
import java.util.TreeSet;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DBSubnetGroup;
import software.amazon.awssdk.services.rds.model.Subnet;
import software.amazon.awssdk.services.rds.model.VpcSecurityGroupMembership;

/**
 * Whether what an earlier execution of the operation left was made from what this one asks for.
 * Another operation's is passed over here: that it is taken is a finding of its own.
 *
 * @param subject what it is, e.g. {@code cluster orders-dr}
 * @param differences each as a clause
 */
record SameSource(String subject, List<String> differences) {
  /** A failed copy is replaced, whatever it was made from. */
  private static final String FAILED = "failed";

  static SameSource of(RestorePlan plan, DBClusterSnapshot copy) {
    var subject = "snapshot " + copy.dbClusterSnapshotIdentifier();
    if (!Ownership.isOurs(plan, copy.tagList()) || FAILED.equals(copy.status())) {
      return new SameSource(subject, List.of());
    }
    return new SameSource(
        subject,
        Adoption.of(plan, subject, copy.tagList())
            .sameKey(plan.copy().kmsKeyId(), copy.kmsKeyId())
            .differences());
  }

  /** A broken cluster is refused for that; one that is being upgraded shows either version. */
  static SameSource of(RestorePlan plan, DBCluster cluster) {
    var subject = "cluster " + cluster.dbClusterIdentifier();
    if (!Ownership.isOurs(plan, cluster.tagList()) || ClusterStatus.isBroken(cluster.status())) {
      return new SameSource(subject, List.of());
    }
    var planned = plan.cluster();
    var isAtRest = ClusterStatus.READY.equals(cluster.status());
    return new SameSource(
        subject,
        Adoption.of(plan, subject, cluster.tagList())
            .same(
                "engine version",
                isAtRest ? planned.engineVersion() : null,
                cluster.engineVersion())
            .sameKey(planned.kmsKeyId(), cluster.kmsKeyId())
            .same(
                "security groups",
                new TreeSet<>(planned.securityGroupIds()),
                cluster.vpcSecurityGroups().stream()
                    .map(VpcSecurityGroupMembership::vpcSecurityGroupId)
                    .collect(toCollection(TreeSet::new)))
            .differences());
  }

  static SameSource of(RestoreRequest request, DBSubnetGroup group) {
    var planned = new TreeSet<>(request.subnetIds());
    var found =
        group.subnets().stream().map(Subnet::subnetIdentifier).collect(toCollection(TreeSet::new));
    return new SameSource(
        "subnet group " + group.dbSubnetGroupName(),
        planned.equals(found)
            ? List.of()
            : List.of("subnets are " + found + ", asked for is " + planned));
  }
}
