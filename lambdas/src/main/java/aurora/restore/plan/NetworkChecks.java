package aurora.restore.plan;

import static aurora.restore.plan.InputKey.NETWORK_TYPE;
import static aurora.restore.plan.InputKey.SECURITY_GROUP_IDS;
import static aurora.restore.plan.InputKey.SUBNET_IDS;
import static aurora.restore.plan.InputKey.VPC_ID;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.SubnetState;

/**
 * The network that the cluster is to be placed in (Aurora User Guide, "Working with a DB cluster in
 * a VPC"). It is looked up by filters: asked for ids, EC2 names but the first that is missing.
 */
final class NetworkChecks {
  private static final int LEAST_ZONES = 2;
  private static final String DUAL = "DUAL";

  private final Ec2Client ec2;
  private final RestoreRequest request;
  private final PreflightFindings findings;

  /**
   * @param ec2 of the target region
   */
  NetworkChecks(Ec2Client ec2, RestoreRequest request, PreflightFindings findings) {
    this.ec2 = ec2;
    this.request = request;
    this.findings = findings;
  }

  /**
   * Checks subnets and security groups.
   *
   * @param instances how many are still to be made
   * @param networkType {@code DUAL} needs IPv6 in each subnet; null: RDS's default, IPv4
   * @return the zones of the subnets that can be used; empty where that isn't known
   */
  Set<String> check(int instances, String networkType) {
    securityGroups();
    var subnets = findings.unlessDenied("subnets weren't checked", this::subnets);
    var zones = subnets.map(found -> zones(found, instances)).orElse(Set.of());
    subnets.filter(found -> DUAL.equals(networkType)).ifPresent(this::requireIpv6);
    return zones;
  }

  private void requireIpv6(List<Subnet> subnets) {
    var without =
        subnets.stream()
            .filter(it -> it.ipv6CidrBlockAssociationSet().isEmpty())
            .map(Subnet::subnetId)
            .sorted()
            .toList();
    if (!without.isEmpty()) {
      findings.stop(
          NETWORK_TYPE,
          "is DUAL"
              + (request.cluster().settings().networkType() == null
                  ? ", as the source cluster's,"
                  : "")
              + " and there is no IPv6 range in "
              + String.join(", ", without),
          "make it IPV4, or name subnets that have one");
    }
  }

  private List<Subnet> subnets() {
    return ec2.describeSubnets(
            query -> query.filters(filter("subnet-id", request.network().subnetIds())))
        .subnets();
  }

  private Set<String> zones(List<Subnet> found, int instances) {
    stopMissing(
        SUBNET_IDS, request.network().subnetIds(), found.stream().map(Subnet::subnetId).toList());
    var usable = new ArrayList<Subnet>();
    for (var subnet : inOrder(found)) {
      if (!request.network().vpcId().equals(subnet.vpcId())) {
        stopElsewhere(SUBNET_IDS, subnet.subnetId(), subnet.vpcId());
      } else if (subnet.state() != SubnetState.AVAILABLE) {
        findings.stop(
            SUBNET_IDS,
            subnet.subnetId() + " is " + subnet.stateAsString(),
            "name subnets that are available");
      } else {
        usable.add(subnet);
      }
    }
    var zones =
        usable.stream()
            .map(Subnet::availabilityZone)
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(TreeSet::new));
    if (zones.size() < LEAST_ZONES) {
      findings.stop(
          SUBNET_IDS,
          zones.isEmpty()
              ? "none of them can be used"
              : "those that can be used are all in zone " + zones.first(),
          "name available subnets of " + request.network().vpcId() + " in two zones or more");
    }
    addresses(usable, instances);
    return zones;
  }

  /**
   * RDS chooses the zones, and keeps an address in each subnet for recovery: whether the instances
   * fit is certain only where there is room for all of them everywhere.
   */
  private void addresses(List<Subnet> usable, int instances) {
    if (instances == 0) {
      return;
    }
    if (usable.stream().anyMatch(subnet -> subnet.availableIpAddressCount() == null)) {
      findings.warn("EC2 didn't tell the free addresses of subnets: they weren't checked");
      return;
    }
    long free = 0;
    for (var subnet : usable) {
      if (subnet.availableIpAddressCount() == 0) {
        findings.stop(
            SUBNET_IDS,
            subnet.subnetId() + " has no free address",
            "free addresses in it or name a larger subnet");
      } else if (subnet.availableIpAddressCount() <= instances) {
        findings.warn(
            subnet.subnetId()
                + " has "
                + subnet.availableIpAddressCount()
                + " free addresses, fewer than "
                + instances
                + " instances and one for recovery could take");
      }
      free += subnet.availableIpAddressCount();
    }
    var needed = instances + usable.size();
    if (free > 0 && free < needed) {
      findings.stop(
          SUBNET_IDS,
          "together they have "
              + free
              + " free addresses, and "
              + needed
              + " are needed: one for each instance and one in each subnet for recovery",
          "free addresses, name larger subnets, or lower instance_count");
    }
  }

  private void securityGroups() {
    findings
        .unlessDenied(
            "security groups weren't checked",
            () ->
                ec2.describeSecurityGroups(
                        query ->
                            query.filters(filter("group-id", request.network().securityGroupIds())))
                    .securityGroups())
        .ifPresent(this::securityGroups);
  }

  private void securityGroups(List<SecurityGroup> found) {
    stopMissing(
        SECURITY_GROUP_IDS,
        request.network().securityGroupIds(),
        found.stream().map(SecurityGroup::groupId).toList());
    for (var id : request.network().securityGroupIds()) {
      found.stream()
          .filter(group -> group.groupId().equals(id))
          .filter(group -> !request.network().vpcId().equals(group.vpcId()))
          .forEach(group -> stopElsewhere(SECURITY_GROUP_IDS, id, group.vpcId()));
    }
  }

  private void stopMissing(InputKey key, List<String> named, Collection<String> found) {
    var missing = named.stream().filter(id -> !found.contains(id)).toList();
    if (!missing.isEmpty()) {
      findings.stop(
          key,
          String.join(", ", missing)
              + (missing.size() == 1 ? " doesn't exist in " : " don't exist in ")
              + request.targetRegion(),
          "name those of " + request.network().vpcId() + " in the target region");
    }
  }

  private void stopElsewhere(InputKey key, String id, String vpcId) {
    findings.stop(
        key,
        id + " is in " + vpcId + ", not in " + VPC_ID.key() + " " + request.network().vpcId(),
        "name those of one VPC, or change " + VPC_ID.key());
  }

  /** EC2 promises no order; findings come in that of the input. */
  private List<Subnet> inOrder(List<Subnet> found) {
    return request.network().subnetIds().stream()
        .flatMap(id -> found.stream().filter(subnet -> subnet.subnetId().equals(id)))
        .toList();
  }

  private static Filter filter(String name, List<String> values) {
    return Filter.builder().name(name).values(values).build();
  }
}
