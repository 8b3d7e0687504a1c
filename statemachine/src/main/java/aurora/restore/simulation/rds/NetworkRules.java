package aurora.restore.simulation.rds;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Where a cluster may be put. */
final class NetworkRules {
  private static final int STORAGE_ZONES = 3;

  private final RdsState cloud;

  NetworkRules(RdsState cloud) {
    this.cloud = cloud;
  }

  /**
   * The network of a new cluster.
   *
   * @param subnetGroup null for the default VPC's, wherever the snapshot came from
   * @param securityGroupIds empty for the VPC's own first group
   * @param zones empty for a choice of RDS's
   */
  Network accept(
      Region region, String subnetGroup, List<String> securityGroupIds, List<String> zones) {
    var group =
        subnetGroup == null
            ? cloud.defaultSubnetGroup(region)
            : region.subnetGroups.require(RdsKind.SUBNET_GROUP, subnetGroup, cloud.now());
    return new Network(
        group.identifier,
        group.vpcId(),
        securityGroups(region, group.vpcId(), securityGroupIds),
        zones(region, group, zones));
  }

  private List<String> securityGroups(Region region, String vpcId, List<String> ids) {
    if (ids.isEmpty()) {
      return cloud.ec2.securityGroupsOf(vpcId).stream().limit(1).map(it -> it.id()).toList();
    }
    for (var id : ids) {
      var group =
          cloud
              .ec2
              .securityGroup(region.place.account(), region.place.region(), id)
              .orElseThrow(
                  () ->
                      Refusal.invalidValue(
                          "Invalid security group , groupId= " + id + ", groupName=."));
      if (!group.vpcId().equals(vpcId)) {
        throw Refusal.invalidCombination(
            "The DB instance and EC2 security group are in different VPCs. The DB instance is in %s and the EC2 security group is in %s"
                .formatted(vpcId, group.vpcId()));
      }
    }
    return List.copyOf(new LinkedHashSet<>(ids));
  }

  /** The storage spans three zones: those asked for, then the subnets', then any. */
  private static List<String> zones(Region region, DbSubnetGroup group, List<String> asked) {
    var known = new LinkedHashSet<>(region.place.zones());
    known.addAll(group.zones());
    if (!known.containsAll(asked)) {
      throw Refusal.invalidValue("Invalid availability zones: " + asked);
    }
    var zones = new LinkedHashSet<>(asked);
    zones.addAll(group.zones());
    zones.addAll(known);
    return new ArrayList<>(zones).subList(0, Math.min(STORAGE_ZONES, zones.size()));
  }
}
