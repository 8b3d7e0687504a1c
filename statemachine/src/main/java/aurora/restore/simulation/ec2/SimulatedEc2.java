package aurora.restore.simulation.ec2;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Service;
import aurora.restore.simulation.strict.Members;
import aurora.restore.simulation.strict.NotModelledError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.HostnameType;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.SubnetCidrBlockStateCode;
import software.amazon.awssdk.services.ec2.model.SubnetIpv6CidrBlockAssociation;

/** The networks of all accounts and regions. Ids are unique over all of them, as in EC2. */
public final class SimulatedEc2 {
  private static final SubnetIpv6CidrBlockAssociation IPV6 =
      SubnetIpv6CidrBlockAssociation.builder()
          .ipv6CidrBlock("2600:1f14:0:1::/64")
          .ipv6CidrBlockState(state -> state.state(SubnetCidrBlockStateCode.ASSOCIATED))
          .build();

  private static final String DEFAULT_VPC = "vpc-default";

  private record Place(String account, String region) {}

  private final RandomGenerator random;
  private final Map<String, Vpc> vpcs = new LinkedHashMap<>();
  private final Map<String, VpcSubnet> subnets = new LinkedHashMap<>();
  private final Map<String, VpcSecurityGroup> securityGroups = new LinkedHashMap<>();
  private final Map<Place, Vpc> defaultVpcs = new LinkedHashMap<>();
  private final Set<Place> withoutDefaultVpc = new HashSet<>();

  public SimulatedEc2(RandomGenerator random) {
    this.random = random;
  }

  /** The service {@code ec2}: {@code DescribeSubnets}, {@code DescribeSecurityGroups}. */
  public Service service() {
    return new Service("ec2", Service.Protocol.EC2_QUERY)
        .on("DescribeSubnets", DescribeSubnetsRequest::builder, this::describeSubnets)
        .on(
            "DescribeSecurityGroups",
            DescribeSecurityGroupsRequest::builder,
            this::describeSecurityGroups);
  }

  /** A new, empty VPC. */
  public Vpc vpc(String account, String region, String vpcId) {
    var vpc = new Vpc(this, account, region, vpcId);
    if (vpcs.putIfAbsent(vpcId, vpc) != null) {
      throw new IllegalArgumentException("there is a VPC " + vpcId + " already");
    }
    return vpc;
  }

  /**
   * The VPC that a resource lands in when nobody says where: three subnets and the group {@code
   * default}, made when first asked for. Empty where the account has deleted it.
   */
  public Optional<Vpc> defaultVpc(String account, String region) {
    var place = new Place(account, region);
    if (withoutDefaultVpc.contains(place)) {
      return Optional.empty();
    }
    return Optional.of(defaultVpcs.computeIfAbsent(place, this::makeDefaultVpc));
  }

  /** The account has no default VPC in this region. */
  public void withoutDefaultVpc(String account, String region) {
    withoutDefaultVpc.add(new Place(account, region));
  }

  public Optional<VpcSubnet> subnet(String account, String region, String subnetId) {
    return Optional.ofNullable(subnets.get(subnetId))
        .filter(it -> it.account().equals(account) && it.region().equals(region));
  }

  public Optional<VpcSecurityGroup> securityGroup(String account, String region, String groupId) {
    return Optional.ofNullable(securityGroups.get(groupId))
        .filter(it -> it.account().equals(account) && it.region().equals(region));
  }

  public List<VpcSubnet> subnetsOf(String vpcId) {
    return subnets.values().stream().filter(it -> it.vpcId().equals(vpcId)).toList();
  }

  public List<VpcSecurityGroup> securityGroupsOf(String vpcId) {
    return securityGroups.values().stream().filter(it -> it.vpcId().equals(vpcId)).toList();
  }

  void add(VpcSubnet subnet) {
    if (!subnet.availabilityZone().startsWith(subnet.region())) {
      throw new IllegalArgumentException(
          subnet.availabilityZone() + " is no zone of " + subnet.region());
    }
    if (subnets.putIfAbsent(subnet.id(), subnet) != null) {
      throw new IllegalArgumentException("there is a subnet " + subnet.id() + " already");
    }
  }

  void add(VpcSecurityGroup group) {
    if (securityGroups.putIfAbsent(group.id(), group) != null) {
      throw new IllegalArgumentException("there is a security group " + group.id() + " already");
    }
  }

  private Vpc makeDefaultVpc(Place place) {
    var lot = "%08x".formatted(random.nextInt());
    var vpc = vpc(place.account(), place.region(), DEFAULT_VPC + lot);
    for (var letter : List.of("a", "b", "c")) {
      vpc.subnet("subnet-default" + lot + letter, place.region() + letter);
    }
    return vpc.securityGroup("sg-default" + lot);
  }

  private DescribeSubnetsResponse describeSubnets(Caller caller, DescribeSubnetsRequest request) {
    Members.of(request).modelled(Set.of("SubnetIds", "Filters"));
    var found = new ArrayList<VpcSubnet>();
    for (var id : asked(request.subnetIds(), subnets.keySet())) {
      var subnet = subnet(caller.account(), caller.region(), id);
      if (subnet.isEmpty() && request.hasSubnetIds()) {
        throw new AwsError(
            "InvalidSubnetID.NotFound", 400, "The subnet ID '" + id + "' does not exist");
      }
      subnet
          .filter(it -> isAsked(request.filters(), "subnet-id", it.id(), it.vpcId()))
          .ifPresent(found::add);
    }
    return DescribeSubnetsResponse.builder()
        .subnets(inAnotherOrder(found).stream().map(SimulatedEc2::view).toList())
        .build();
  }

  private DescribeSecurityGroupsResponse describeSecurityGroups(
      Caller caller, DescribeSecurityGroupsRequest request) {
    Members.of(request).modelled(Set.of("GroupIds", "Filters"));
    var found = new ArrayList<VpcSecurityGroup>();
    for (var id : asked(request.groupIds(), securityGroups.keySet())) {
      var group = securityGroup(caller.account(), caller.region(), id);
      if (group.isEmpty() && request.hasGroupIds()) {
        throw new AwsError(
            "InvalidGroup.NotFound", 400, "The security group '" + id + "' does not exist");
      }
      group
          .filter(it -> isAsked(request.filters(), "group-id", it.id(), it.vpcId()))
          .ifPresent(found::add);
    }
    return DescribeSecurityGroupsResponse.builder()
        .securityGroups(inAnotherOrder(found).stream().map(SimulatedEc2::view).toList())
        .build();
  }

  private static List<String> asked(List<String> ids, Set<String> all) {
    return ids.isEmpty() ? List.copyOf(all) : ids.stream().distinct().toList();
  }

  /**
   * Filters leave out what doesn't match, and never refuse an id that they don't find.
   *
   * @param idFilter the filter that looks at ids
   */
  private static boolean isAsked(List<Filter> filters, String idFilter, String id, String vpcId) {
    for (var filter : filters) {
      String looksAt;
      if ("vpc-id".equals(filter.name())) {
        looksAt = vpcId;
      } else if (idFilter.equals(filter.name())) {
        looksAt = id;
      } else {
        throw new NotModelledError("EC2 filter " + filter.name());
      }
      if (!filter.values().contains(looksAt)) {
        return false;
      }
    }
    return true;
  }

  /** EC2 promises no order, so callers get one that they didn't ask in. */
  private <T> List<T> inAnotherOrder(List<T> found) {
    var shuffled = new ArrayList<>(found);
    Collections.shuffle(shuffled, random);
    if (shuffled.size() > 1 && shuffled.equals(found)) {
      Collections.rotate(shuffled, 1);
    }
    return shuffled;
  }

  private static Subnet view(VpcSubnet subnet) {
    return Subnet.builder()
        .subnetId(subnet.id())
        .subnetArn(
            "arn:aws:ec2:%s:%s:subnet/%s".formatted(subnet.region(), subnet.account(), subnet.id()))
        .ownerId(subnet.account())
        .vpcId(subnet.vpcId())
        .availabilityZone(subnet.availabilityZone())
        .availableIpAddressCount(subnet.freeAddresses())
        .availabilityZoneId(zoneId(subnet))
        .cidrBlock("10.0.0.0/24")
        .state(subnet.state())
        .defaultForAz(subnet.vpcId().startsWith(DEFAULT_VPC))
        .mapPublicIpOnLaunch(false)
        .mapCustomerOwnedIpOnLaunch(false)
        .assignIpv6AddressOnCreation(false)
        .enableDns64(false)
        .ipv6Native(false)
        .privateDnsNameOptionsOnLaunch(
            it ->
                it.hostnameType(HostnameType.IP_NAME)
                    .enableResourceNameDnsARecord(false)
                    .enableResourceNameDnsAAAARecord(false))
        .ipv6CidrBlockAssociationSet(subnet.isDualStack() ? List.of(IPV6) : List.of())
        .build();
  }

  /** Like {@code usw2-az1}: AWS gives each account's zones other ids. */
  private static String zoneId(VpcSubnet subnet) {
    var parts = subnet.region().split("-");
    var zone = subnet.availabilityZone();
    return "%s%s%s-az%d"
        .formatted(
            parts[0], parts[1].charAt(0), parts[2], zone.charAt(zone.length() - 1) - 'a' + 1);
  }

  private static SecurityGroup view(VpcSecurityGroup group) {
    return SecurityGroup.builder()
        .groupId(group.id())
        .groupName(group.id())
        .description(group.id())
        .ownerId(group.account())
        .vpcId(group.vpcId())
        .ipPermissions(List.of())
        .ipPermissionsEgress(
            IpPermission.builder()
                .ipProtocol("-1")
                .ipRanges(IpRange.builder().cidrIp("0.0.0.0/0").build())
                .userIdGroupPairs(List.of())
                .prefixListIds(List.of())
                .build())
        .build();
  }
}
