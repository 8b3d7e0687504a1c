package aurora.restore.simulation.rds;

import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Service;
import aurora.restore.simulation.ec2.VpcSubnet;
import aurora.restore.simulation.strict.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.rds.model.CreateDbSubnetGroupRequest;
import software.amazon.awssdk.services.rds.model.CreateDbSubnetGroupResponse;
import software.amazon.awssdk.services.rds.model.DeleteDbSubnetGroupRequest;
import software.amazon.awssdk.services.rds.model.DeleteDbSubnetGroupResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbSubnetGroupsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbSubnetGroupsResponse;

/** DB subnet groups (RDS API Reference, CreateDBSubnetGroup). */
final class SubnetGroupOperations {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9 ._-]{1,255}");

  private final RdsState cloud;

  SubnetGroupOperations(RdsState cloud) {
    this.cloud = cloud;
  }

  void register(Service service) {
    service
        .on("CreateDBSubnetGroup", CreateDbSubnetGroupRequest::builder, this::create)
        .on("DescribeDBSubnetGroups", DescribeDbSubnetGroupsRequest::builder, this::describe)
        .on("DeleteDBSubnetGroup", DeleteDbSubnetGroupRequest::builder, this::delete);
  }

  private CreateDbSubnetGroupResponse create(Caller caller, CreateDbSubnetGroupRequest request) {
    Members.of(request)
        .modelled(Set.of("DBSubnetGroupName", "DBSubnetGroupDescription", "SubnetIds", "Tags"))
        .required("DBSubnetGroupName", "DBSubnetGroupDescription", "SubnetIds");
    var name = Identifiers.fold(request.dbSubnetGroupName());
    if (!NAME.matcher(name).matches() || name.equals("default")) {
      throw Refusal.invalidValue("The DB subnet group name '%s' isn't valid".formatted(name));
    }
    var region = cloud.region(caller);
    var tags = TagLimits.accepted(request.tags());
    var now = cloud.now();
    if (region.subnetGroups.has(name, now)) {
      throw Refusal.badRequest(
          "DBSubnetGroupAlreadyExists", "The DB subnet group '%s' already exists.".formatted(name));
    }
    var subnets = subnets(region, request.subnetIds());
    if (region.isUsedUp(Quota.SUBNET_GROUPS, now)) {
      throw Refusal.badRequest(
          "DBSubnetGroupQuotaExceeded", "You have reached your quota of DB subnet groups.");
    }
    var group =
        new DbSubnetGroup(
            region.place, name, cloud.birth(), tags, request.dbSubnetGroupDescription(), subnets);
    region.subnetGroups.add(group, now);
    return CreateDbSubnetGroupResponse.builder().dbSubnetGroup(group.view()).build();
  }

  private List<VpcSubnet> subnets(Region region, List<String> ids) {
    if (ids.size() > region.max(Quota.SUBNETS_PER_SUBNET_GROUP)) {
      throw Refusal.badRequest(
          "DBSubnetQuotaExceededFault", "You have reached your quota of subnets in a group.");
    }
    var found = new ArrayList<VpcSubnet>();
    for (var id : ids.stream().distinct().toList()) {
      found.add(
          cloud
              .ec2
              .subnet(region.place.account(), region.place.region(), id)
              .orElseThrow(
                  () ->
                      Refusal.badRequest(
                          "InvalidSubnet",
                          "Some input subnets in :[%s] are invalid.".formatted(id))));
    }
    if (found.stream().map(VpcSubnet::vpcId).distinct().count() > 1) {
      throw Refusal.badRequest(
          "InvalidSubnet", "The subnets %s are not all in a common VPC.".formatted(ids));
    }
    var zones = found.stream().map(VpcSubnet::availabilityZone).distinct().sorted().toList();
    if (zones.size() < 2) {
      throw Refusal.badRequest(
          "DBSubnetGroupDoesNotCoverEnoughAZs",
          "The DB subnet group doesn't meet Availability Zone (AZ) coverage requirement. Current AZ coverage: %s. Add subnets to cover at least 2 AZs."
              .formatted(String.join(", ", zones)));
    }
    return found;
  }

  private DescribeDbSubnetGroupsResponse describe(
      Caller caller, DescribeDbSubnetGroupsRequest request) {
    Members.of(request).modelled(Set.of("DBSubnetGroupName", "MaxRecords", "Marker"));
    var groups = cloud.region(caller).subnetGroups;
    var now = cloud.now();
    if (request.dbSubnetGroupName() != null) {
      var group = groups.seen(RdsKind.SUBNET_GROUP, request.dbSubnetGroupName(), now);
      return DescribeDbSubnetGroupsResponse.builder().dbSubnetGroups(group.view()).build();
    }
    var page = Page.ofThings(groups.seen(now), request.maxRecords(), request.marker());
    return DescribeDbSubnetGroupsResponse.builder()
        .dbSubnetGroups(page.items().stream().map(DbSubnetGroup::view).toList())
        .marker(page.marker())
        .build();
  }

  private DeleteDbSubnetGroupResponse delete(Caller caller, DeleteDbSubnetGroupRequest request) {
    Members.of(request).modelled(Set.of("DBSubnetGroupName")).required("DBSubnetGroupName");
    var region = cloud.region(caller);
    var now = cloud.now();
    var group = region.subnetGroups.require(RdsKind.SUBNET_GROUP, request.dbSubnetGroupName(), now);
    // A cluster holds its group until it is gone, as do its instances, which go before it.
    region
        .clusters
        .live(now)
        .filter(cluster -> cluster.network.subnetGroup().equals(group.identifier))
        .findFirst()
        .ifPresent(
            cluster -> {
              throw Refusal.badRequest(
                  "InvalidDBSubnetGroupStateFault",
                  "Cannot delete the subnet group '%s' because at least one database cluster: %s is still using it."
                      .formatted(group.identifier, cluster.identifier));
            });
    group.goesAt(now);
    return DeleteDbSubnetGroupResponse.builder().build();
  }
}
