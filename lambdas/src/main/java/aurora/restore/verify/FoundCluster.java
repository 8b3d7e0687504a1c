package aurora.restore.verify;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.rds.model.AvailabilityZone;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterMember;
import software.amazon.awssdk.services.rds.model.DBSubnetGroup;
import software.amazon.awssdk.services.rds.model.MasterUserSecret;
import software.amazon.awssdk.services.rds.model.ServerlessV2ScalingConfigurationInfo;
import software.amazon.awssdk.services.rds.model.Subnet;

/**
 * The cluster as RDS shows it.
 *
 * @param subnetGroup the one that the cluster says it is in; empty where RDS doesn't show it
 */
record FoundCluster(DBCluster cluster, Optional<DBSubnetGroup> subnetGroup) {

  String vpc() {
    return subnetGroup.map(DBSubnetGroup::vpcId).orElse(null);
  }

  List<Subnet> subnets() {
    return subnetGroup.map(DBSubnetGroup::subnets).orElse(List.of());
  }

  /** The zones that the subnets are in. */
  List<String> zones() {
    return subnets().stream()
        .map(Subnet::subnetAvailabilityZone)
        .filter(Objects::nonNull)
        .map(AvailabilityZone::name)
        .distinct()
        .toList();
  }

  ServerlessV2ScalingConfigurationInfo scaling() {
    return Optional.ofNullable(cluster.serverlessV2ScalingConfiguration())
        .orElse(ServerlessV2ScalingConfigurationInfo.builder().build());
  }

  /** Whether RDS keeps the master password in a secret that can be read. */
  boolean isPasswordManaged() {
    return Optional.ofNullable(cluster.masterUserSecret())
        .map(MasterUserSecret::secretStatus)
        .filter("active"::equals)
        .isPresent();
  }

  /** Whoever writes now: exactly one, as long as no failover is under way. */
  List<String> writers() {
    return cluster.dbClusterMembers().stream()
        .filter(member -> Boolean.TRUE.equals(member.isClusterWriter()))
        .map(DBClusterMember::dbInstanceIdentifier)
        .toList();
  }

  List<String> members() {
    return cluster.dbClusterMembers().stream().map(DBClusterMember::dbInstanceIdentifier).toList();
  }
}
