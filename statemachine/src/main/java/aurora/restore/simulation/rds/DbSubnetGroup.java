package aurora.restore.simulation.rds;

import aurora.restore.simulation.ec2.VpcSubnet;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.rds.model.AvailabilityZone;
import software.amazon.awssdk.services.rds.model.DBSubnetGroup;
import software.amazon.awssdk.services.rds.model.Subnet;

/** A DB subnet group: subnets of one VPC in at least two zones. */
final class DbSubnetGroup extends RdsResource {
  final String description;
  final List<VpcSubnet> subnets;

  DbSubnetGroup(
      AccountRegion place,
      String identifier,
      Birth birth,
      Map<String, String> tags,
      String description,
      List<VpcSubnet> subnets) {
    super(RdsKind.SUBNET_GROUP, place, identifier, birth, tags);
    this.description = description;
    this.subnets = List.copyOf(subnets);
  }

  @Override
  String status(Instant now) {
    return "Complete";
  }

  String vpcId() {
    return subnets.getFirst().vpcId();
  }

  List<String> zones() {
    return subnets.stream().map(VpcSubnet::availabilityZone).distinct().sorted().toList();
  }

  /** {@code DUAL} too where every subnet has IPv6 addresses. */
  List<String> networkTypes() {
    return subnets.stream().allMatch(VpcSubnet::isDualStack)
        ? List.of("IPV4", "DUAL")
        : List.of("IPV4");
  }

  DBSubnetGroup view() {
    return DBSubnetGroup.builder()
        .dbSubnetGroupName(identifier)
        .dbSubnetGroupArn(arn())
        .dbSubnetGroupDescription(description)
        .vpcId(vpcId())
        .subnetGroupStatus("Complete")
        .supportedNetworkTypes(networkTypes())
        .subnets(subnets.stream().map(DbSubnetGroup::view).toList())
        .build();
  }

  /** As an instance shows it: without ARN and network types. */
  DBSubnetGroup viewOfInstance() {
    return view().toBuilder()
        .dbSubnetGroupArn(null)
        .supportedNetworkTypes((Collection<String>) null)
        .build();
  }

  private static Subnet view(VpcSubnet subnet) {
    return Subnet.builder()
        .subnetIdentifier(subnet.id())
        .subnetAvailabilityZone(AvailabilityZone.builder().name(subnet.availabilityZone()).build())
        .subnetStatus("Active")
        .build();
  }
}
