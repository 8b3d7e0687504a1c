package aurora.restore.verify;

import aurora.restore.operation.InstancePlan;
import aurora.restore.operation.Ownership;
import aurora.restore.operation.RestorePlan;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterMember;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBSubnetGroup;
import software.amazon.awssdk.services.rds.model.Subnet;
import software.amazon.awssdk.services.rds.model.Tag;
import software.amazon.awssdk.services.rds.model.VpcSecurityGroupMembership;

/** The checks that need no login to the database: each compares what exists with the plan. */
final class StructuralChecks {
  private static final String AVAILABLE = "available";

  private final RestorePlan plan;
  private final Comparison comparison = new Comparison();

  StructuralChecks(RestorePlan plan) {
    this.plan = plan;
  }

  Comparison of(DBCluster cluster, DBSubnetGroup subnetGroup, List<DBInstance> instances) {
    checkCluster(cluster);
    checkNetwork(cluster, subnetGroup);
    checkMembers(cluster);
    instances.forEach(this::checkInstance);
    return comparison;
  }

  private void checkCluster(DBCluster cluster) {
    var planned = plan.cluster();
    comparison.expect("cluster status", AVAILABLE, cluster.status());
    comparison.expect("engine", planned.engine(), cluster.engine());
    comparison.expect("engine version", planned.engineVersion(), cluster.engineVersion());
    comparison.expect(
        "deletion protection", planned.deletionProtection(), isTrue(cluster.deletionProtection()));
    comparison.expect(
        "IAM authentication",
        planned.iamAuthentication(),
        isTrue(cluster.iamDatabaseAuthenticationEnabled()));
    comparison.expect(
        "log exports",
        new TreeSet<>(planned.logExports()),
        new TreeSet<>(cluster.enabledCloudwatchLogsExports()));
    if (planned.port() != null) {
      comparison.expect("port", planned.port(), cluster.port());
    }
    // An alias stands for a key that the plan wasn't allowed to look at.
    if (planned.kmsKeyId() != null && planned.kmsKeyId().startsWith("arn:")) {
      comparison.expect("KMS key", planned.kmsKeyId(), cluster.kmsKeyId());
    }
    if (planned.parameterGroup() != null) {
      comparison.expect(
          "cluster parameter group", planned.parameterGroup(), cluster.dbClusterParameterGroup());
    }
    if (planned.backupRetentionDays() != null) {
      comparison.expect(
          "backup retention days", planned.backupRetentionDays(), cluster.backupRetentionPeriod());
    }
    if (planned.capacity() != null) {
      var scaling = cluster.serverlessV2ScalingConfiguration();
      comparison.expect(
          "least capacity",
          planned.capacity().min(),
          scaling == null ? null : scaling.minCapacity());
      comparison.expect(
          "most capacity",
          planned.capacity().max(),
          scaling == null ? null : scaling.maxCapacity());
    }
    comparison.expect("writer endpoint present", true, isPresent(cluster.endpoint()));
    comparison.expect("reader endpoint present", true, isPresent(cluster.readerEndpoint()));
    checkTags("cluster", cluster.tagList());
  }

  private void checkNetwork(DBCluster cluster, DBSubnetGroup subnetGroup) {
    var planned = plan.cluster();
    comparison.expect("subnet group", planned.subnetGroup(), cluster.dbSubnetGroup());
    comparison.expect("VPC", planned.vpcId(), subnetGroup.vpcId());
    comparison.expect(
        "subnets",
        new TreeSet<>(planned.subnetIds()),
        subnetGroup.subnets().stream()
            .map(Subnet::subnetIdentifier)
            .collect(Collectors.toCollection(TreeSet::new)));
    comparison.expect(
        "security groups",
        new TreeSet<>(planned.securityGroupIds()),
        cluster.vpcSecurityGroups().stream()
            .map(VpcSecurityGroupMembership::vpcSecurityGroupId)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  private void checkMembers(DBCluster cluster) {
    var writers =
        cluster.dbClusterMembers().stream()
            .filter(DBClusterMember::isClusterWriter)
            .map(DBClusterMember::dbInstanceIdentifier)
            .collect(Collectors.toCollection(TreeSet::new));
    var readers =
        cluster.dbClusterMembers().stream()
            .filter(member -> !member.isClusterWriter())
            .map(DBClusterMember::dbInstanceIdentifier)
            .collect(Collectors.toCollection(TreeSet::new));
    comparison.expect("writer", Set.of(plan.writer().id()), writers);
    comparison.expect(
        "readers",
        plan.readers().stream()
            .map(InstancePlan::id)
            .collect(Collectors.toCollection(TreeSet::new)),
        readers);
  }

  private void checkInstance(DBInstance instance) {
    var planned =
        plan.instances().stream()
            .filter(candidate -> candidate.id().equals(instance.dbInstanceIdentifier()))
            .findFirst()
            .orElseThrow();
    var what = "instance " + planned.id();
    comparison.expect(what + " class", planned.instanceClass(), instance.dbInstanceClass());
    comparison.expect(what + " is public", false, isTrue(instance.publiclyAccessible()));
    checkTags(what, instance.tagList());
  }

  private void checkTags(String what, List<Tag> tags) {
    comparison.expect(
        what + " tag " + Ownership.TAG,
        plan.operationId(),
        tags.stream()
            .filter(tag -> Ownership.TAG.equals(tag.key()))
            .map(Tag::value)
            .findFirst()
            .orElse(null));
  }

  private static boolean isPresent(String endpoint) {
    return endpoint != null && !endpoint.isBlank();
  }

  private static boolean isTrue(Boolean flag) {
    return Boolean.TRUE.equals(flag);
  }
}
